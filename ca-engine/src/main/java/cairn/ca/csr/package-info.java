/**
 * Reading PKCS#10 requests: proof of possession and the policy for keys. Decides neither names nor validity.
 */
@NullMarked
package cairn.ca.csr;

import org.jspecify.annotations.NullMarked;

/**
 * From a request to an issued certificate: reserve, prepare, lint, record the intent, sign, verify, complete.
 */
@NullMarked
package cairn.ca.issuance;

import org.jspecify.annotations.NullMarked;

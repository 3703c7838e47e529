/** Rules about certificate revocation lists and their entries. */
@NullMarked
package cairn.ca.lint.crl;

import org.jspecify.annotations.NullMarked;

/**
 * Certificate revocation lists: numbering, writing, signing and checking them. Never changes revocation state.
 */
@NullMarked
package cairn.ca.crl;

import org.jspecify.annotations.NullMarked;

/**
 * A certification authority: its certificate, its signing key and the profiles it may use.
 */
@NullMarked
package cairn.ca.authority;

import org.jspecify.annotations.NullMarked;

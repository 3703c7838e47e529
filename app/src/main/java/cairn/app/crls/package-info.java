/**
 * The revocation lists of each authority: how they stand, signing, files, and what two of them say differently.
 */
@NullMarked
package cairn.app.crls;

import org.jspecify.annotations.NullMarked;

/**
 * Tokens as the rest of the module sees them: who they are, what they offer, how they fail, PINs and session pools.
 */
@NullMarked
package cairn.hsm.token;

import org.jspecify.annotations.NullMarked;

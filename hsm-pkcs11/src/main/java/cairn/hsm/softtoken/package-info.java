/**
 * The software token: sealed keys for evaluation and training, never to be mistaken for an HSM.
 */
@NullMarked
package cairn.hsm.softtoken;

import org.jspecify.annotations.NullMarked;

/**
 * Implements the engine's signing port over a token. The only package here that sees the engine.
 */
@NullMarked
package cairn.hsm.signer;

import org.jspecify.annotations.NullMarked;

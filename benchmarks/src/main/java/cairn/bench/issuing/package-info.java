/**
 * Whole issuance over a real register, and its parts.
 */
@NullMarked
package cairn.bench.issuing;

import org.jspecify.annotations.NullMarked;

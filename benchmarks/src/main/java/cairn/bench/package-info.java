/**
 * Measurements against peers and raw limits; never shipped.
 */
@NullMarked
package cairn.bench;

import org.jspecify.annotations.NullMarked;

/**
 * Processor time, rounds that take turns, medians, and how they are printed. Knows nothing of Cairn.
 */
@NullMarked
package cairn.bench.measure;

import org.jspecify.annotations.NullMarked;

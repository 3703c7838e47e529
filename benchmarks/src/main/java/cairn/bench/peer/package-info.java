/**
 * The same work by other programs.
 */
@NullMarked
package cairn.bench.peer;

import org.jspecify.annotations.NullMarked;

/**
 * What a start of the desktop is measured against.
 */
@NullMarked
package cairn.bench.window;

import org.jspecify.annotations.NullMarked;

/**
 * Work beside the screen: off the thread that draws, with progress and an end that can be asked for.
 */
@NullMarked
package cairn.app.fx.task;

import org.jspecify.annotations.NullMarked;

/**
 * The window: places on the left, the screen, notices, the status bar, the palette of commands. Knows no feature.
 */
@NullMarked
package cairn.app.shell;

import org.jspecify.annotations.NullMarked;

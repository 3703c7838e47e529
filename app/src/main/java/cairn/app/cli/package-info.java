/**
 * The command line: one class a command, the same engine calls as the desktop.
 */
@NullMarked
package cairn.app.cli;

import org.jspecify.annotations.NullMarked;

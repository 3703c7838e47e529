/**
 * Main, opening of workspaces and the composition root: one page of plain new.
 */
@NullMarked
package cairn.app.boot;

import org.jspecify.annotations.NullMarked;

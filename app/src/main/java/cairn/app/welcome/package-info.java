/**
 * Before a workspace is open: recent ones, a new one, the first steps.
 */
@NullMarked
package cairn.app.welcome;

import org.jspecify.annotations.NullMarked;

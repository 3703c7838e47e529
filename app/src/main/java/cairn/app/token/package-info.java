/**
 * Tokens of the workspace: who is logged in, what they hold, making and testing them.
 */
@NullMarked
package cairn.app.token;

import org.jspecify.annotations.NullMarked;

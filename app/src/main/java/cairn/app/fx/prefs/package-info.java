/**
 * What a person likes: theme, language, size of the text, recent workspaces. Holds no secret.
 */
@NullMarked
package cairn.app.fx.prefs;

import org.jspecify.annotations.NullMarked;

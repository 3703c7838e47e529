/**
 * What a person likes: colours, language, size of the text, when the window locks itself.
 */
@NullMarked
package cairn.app.settings;

import org.jspecify.annotations.NullMarked;

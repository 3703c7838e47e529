/**
 * The words of the desktop, by language.
 */
@NullMarked
package cairn.app.fx.text;

import org.jspecify.annotations.NullMarked;

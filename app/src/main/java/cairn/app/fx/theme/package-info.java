/**
 * Colours, fonts and icons.
 */
@NullMarked
package cairn.app.fx.theme;

import org.jspecify.annotations.NullMarked;

/**
 * Pictures as files.
 */
@NullMarked
package cairn.app.fx.image;

import org.jspecify.annotations.NullMarked;

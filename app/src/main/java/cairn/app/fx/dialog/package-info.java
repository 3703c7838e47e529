/**
 * Problems, questions and PINs, as a person meets them.
 */
@NullMarked
package cairn.app.fx.dialog;

import org.jspecify.annotations.NullMarked;

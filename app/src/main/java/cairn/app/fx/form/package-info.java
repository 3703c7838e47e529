/**
 * Small builders for forms and other recurring parts of a screen.
 */
@NullMarked
package cairn.app.fx.form;

import org.jspecify.annotations.NullMarked;

/**
 * Tables whose rows come from the register page by page.
 */
@NullMarked
package cairn.app.fx.table;

import org.jspecify.annotations.NullMarked;

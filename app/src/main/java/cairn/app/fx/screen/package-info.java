/**
 * What every screen is: a view over a view model, opened by address, closed with its subscriptions.
 */
@NullMarked
package cairn.app.fx.screen;

import org.jspecify.annotations.NullMarked;

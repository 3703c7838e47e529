/**
 * An open workspace with every service of the engine over it, and the tokens that belong to it. Both faces use this.
 */
@NullMarked
package cairn.app.session;

import org.jspecify.annotations.NullMarked;

/**
 * What needs a person today.
 */
@NullMarked
package cairn.app.overview;

import org.jspecify.annotations.NullMarked;

/**
 * What was issued: found, looked at, described, exported.
 */
@NullMarked
package cairn.app.inventory;

import org.jspecify.annotations.NullMarked;

/**
 * The authorities of a workspace: the hierarchy, what is known of each, and how new ones are made.
 */
@NullMarked
package cairn.app.authorities;

import org.jspecify.annotations.NullMarked;

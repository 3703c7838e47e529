/**
 * The read side: searches, pages, counts and the expiry calendar. Mutates nothing.
 */
@NullMarked
package cairn.ca.inventory;

import org.jspecify.annotations.NullMarked;

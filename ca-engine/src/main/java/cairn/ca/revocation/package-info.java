/**
 * Decisions to revoke, hold and release; they need no token to be recorded.
 */
@NullMarked
package cairn.ca.revocation;

import org.jspecify.annotations.NullMarked;

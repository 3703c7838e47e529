/**
 * Revoking, holding and releasing, with what stops working said before.
 */
@NullMarked
package cairn.app.revoke;

import org.jspecify.annotations.NullMarked;

/**
 * The child process that loads a vendor library, and its client: deadlines, restart, reconciliation.
 */
@NullMarked
package cairn.hsm.broker;

import org.jspecify.annotations.NullMarked;

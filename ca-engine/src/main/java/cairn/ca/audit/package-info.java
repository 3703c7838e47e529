/**
 * What happened, as sealed events in a hash-chained journal that is the source of truth.
 */
@NullMarked
package cairn.ca.audit;

import org.jspecify.annotations.NullMarked;

/**
 * What several modules need to test themselves; never shipped.
 */
@NullMarked
package cairn.testkit;

import org.jspecify.annotations.NullMarked;

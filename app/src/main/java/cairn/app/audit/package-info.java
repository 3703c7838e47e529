/**
 * The journal: reading, verifying and exporting it.
 */
@NullMarked
package cairn.app.audit;

import org.jspecify.annotations.NullMarked;

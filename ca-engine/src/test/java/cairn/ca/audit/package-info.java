/** Tests of the journal. */
@NullMarked
package cairn.ca.audit;

import org.jspecify.annotations.NullMarked;

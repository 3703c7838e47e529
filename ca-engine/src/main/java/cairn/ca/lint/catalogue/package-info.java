/** The one list of all rules. */
@NullMarked
package cairn.ca.lint.catalogue;

import org.jspecify.annotations.NullMarked;

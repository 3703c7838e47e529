/** The written forms of host names, mail addresses and URIs, for several rules. */
@NullMarked
package cairn.ca.lint.syntax;

import org.jspecify.annotations.NullMarked;

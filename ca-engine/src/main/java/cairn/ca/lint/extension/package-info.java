/** Rules about the standard extensions other than names and usage. */
@NullMarked
package cairn.ca.lint.extension;

import org.jspecify.annotations.NullMarked;

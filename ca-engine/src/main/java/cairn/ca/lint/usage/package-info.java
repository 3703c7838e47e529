/** Rules about what a key may be used for, in itself and for its algorithm. */
@NullMarked
package cairn.ca.lint.usage;

import org.jspecify.annotations.NullMarked;

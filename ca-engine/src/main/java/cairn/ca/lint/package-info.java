/**
 * One small rule a class, each with the clause that dictates it. Modifies nothing.
 */
@NullMarked
package cairn.ca.lint;

import org.jspecify.annotations.NullMarked;

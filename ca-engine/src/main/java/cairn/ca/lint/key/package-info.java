/** Rules about the key of the subject and the algorithm of the signature. */
@NullMarked
package cairn.ca.lint.key;

import org.jspecify.annotations.NullMarked;

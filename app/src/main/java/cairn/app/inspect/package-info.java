/**
 * Any file, in words first and then in full.
 */
@NullMarked
package cairn.app.inspect;

import org.jspecify.annotations.NullMarked;

/**
 * The demonstration: a whole authority in a fresh workspace, checked by other programs.
 */
@NullMarked
package cairn.app.demo;

import org.jspecify.annotations.NullMarked;

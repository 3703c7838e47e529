/**
 * The chain of trust as a picture: what there is (graph), where it lies (layout), how it is drawn, and what is hit are apart.
 */
@NullMarked
package cairn.app.explorer;

import org.jspecify.annotations.NullMarked;

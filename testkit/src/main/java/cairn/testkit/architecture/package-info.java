/**
 * The rules of the house, as tests that any module can run on itself.
 */
@NullMarked
package cairn.testkit.architecture;

import org.jspecify.annotations.NullMarked;

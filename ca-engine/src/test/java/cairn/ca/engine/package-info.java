/**
 * The engine as a whole on ports of its tests: small honest ones in memory that can be told to fail, and a suite that any
 * token can be put under.
 */
@NullMarked
package cairn.ca.engine;

import org.jspecify.annotations.NullMarked;

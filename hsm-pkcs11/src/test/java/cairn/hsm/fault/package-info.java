/**
 * What happens when a token misbehaves, over the real C interface of a module that misbehaves on demand.
 */
@NullMarked
package cairn.hsm.fault;

import org.jspecify.annotations.NullMarked;

/**
 * One signature on a token: the bare C calls, the binding, the token in this process and behind the broker.
 */
@NullMarked
package cairn.bench.signing;

import org.jspecify.annotations.NullMarked;

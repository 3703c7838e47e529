/**
 * The ports through which the authority reaches a key: what a token must offer, and how it may fail.
 */
@NullMarked
package cairn.ca.signing;

import org.jspecify.annotations.NullMarked;

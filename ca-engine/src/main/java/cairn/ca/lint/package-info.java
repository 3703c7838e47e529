/**
 * Checks a certificate or a list after a throw-away key has signed it and before the real key does: what a rule is, what
 * it finds, what may be skipped and why. Modifies nothing; the rules themselves live in the packages below.
 */
@NullMarked
package cairn.ca.lint;

import org.jspecify.annotations.NullMarked;

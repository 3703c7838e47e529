/** Rules about what a certificate may be under its issuer; they need the issuer in the context. */
@NullMarked
package cairn.ca.lint.issuer;

import org.jspecify.annotations.NullMarked;

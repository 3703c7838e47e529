/** Rules about the distinguished names of issuer and subject. */
@NullMarked
package cairn.ca.lint.name;

import org.jspecify.annotations.NullMarked;

/** Rules about the names in subjectAltName and issuerAltName. */
@NullMarked
package cairn.ca.lint.alternative;

import org.jspecify.annotations.NullMarked;

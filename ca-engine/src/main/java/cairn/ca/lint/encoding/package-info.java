/** Rules about the fields of a certificate and the way they are encoded. */
@NullMarked
package cairn.ca.lint.encoding;

import org.jspecify.annotations.NullMarked;

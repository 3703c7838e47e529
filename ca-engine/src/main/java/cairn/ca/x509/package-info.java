/**
 * Value types in the words of RFC 5280, and the encodings that carry them. Knows no issuer, profile or store.
 */
@NullMarked
package cairn.ca.x509;

import org.jspecify.annotations.NullMarked;

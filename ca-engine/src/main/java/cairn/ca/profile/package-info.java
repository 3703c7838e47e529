/**
 * Profile files become validated immutable objects; a profile and a request become a to-be-signed certificate.
 */
@NullMarked
package cairn.ca.profile;

import org.jspecify.annotations.NullMarked;

/**
 * Judging certificates, requests, lists and paths, with an explanation of each failure. Fetches nothing.
 */
@NullMarked
package cairn.ca.validation;

import org.jspecify.annotations.NullMarked;

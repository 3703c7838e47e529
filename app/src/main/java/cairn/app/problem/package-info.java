/**
 * What went wrong, in words for people: what, where, what to do, and a short code that can be read aloud.
 */
@NullMarked
package cairn.app.problem;

import org.jspecify.annotations.NullMarked;

/**
 * Requests become certificates: what is asked for, what the profile makes of it, and what came of it.
 */
@NullMarked
package cairn.app.issue;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of profiles.
 */
@NullMarked
package cairn.ca.profile;

import org.jspecify.annotations.NullMarked;

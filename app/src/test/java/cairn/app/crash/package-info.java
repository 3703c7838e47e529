/**
 * What is left of a workspace when a program, or the process that holds the token's library, is killed at a named step.
 */
@NullMarked
package cairn.app.crash;

import org.jspecify.annotations.NullMarked;

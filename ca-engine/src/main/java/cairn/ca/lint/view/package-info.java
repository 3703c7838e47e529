/**
 * A certificate or a list as the rules see it: read once from the raw bytes, because a friendly parser repairs what a
 * linter must notice.
 */
@NullMarked
package cairn.ca.lint.view;

import org.jspecify.annotations.NullMarked;

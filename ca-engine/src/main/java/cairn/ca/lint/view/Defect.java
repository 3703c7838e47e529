package cairn.ca.lint.view;

/**
 * A part that could not be read; the rest is linted without it.
 *
 * @param where the part
 * @param words why not
 */
public record Defect(String where, String words) {}

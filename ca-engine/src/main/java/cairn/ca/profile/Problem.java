package cairn.ca.profile;

/**
 * One thing that is wrong with a profile file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param field the path to the value, such as {@code subject.attributes[2].max}; empty for the whole file
 * @param what what is wrong, without a full stop
 * @param remedy what to do, without a full stop
 */
public record Problem(int line, int column, String field, String what, String remedy) {
    @Override
    public String toString() {
        return line + ":" + column + ": " + (field.isEmpty() ? "" : field + ": ") + what + "; " + remedy;
    }
}

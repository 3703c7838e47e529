package cairn.ca.profile;

import java.util.BitSet;
import java.util.List;

/** The syntax tree of a {@link LinearPattern}. */
sealed interface PatternNode {
    /**
     * One character out of a set.
     *
     * @param ascii the characters below 128
     * @param others whether every other character belongs to it
     */
    record One(BitSet ascii, boolean others) implements PatternNode {
        boolean contains(int codePoint) {
            return codePoint < 128 ? ascii.get(codePoint) : others;
        }
    }

    /** One behind the other. */
    record Sequence(List<PatternNode> parts) implements PatternNode {}

    /** One of them. */
    record Choice(List<PatternNode> parts) implements PatternNode {}

    /**
     * Several times.
     *
     * @param most -1 for without end
     */
    record Repeat(PatternNode part, int least, int most) implements PatternNode {}
}

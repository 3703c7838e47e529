package cairn.ca.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the text of a {@link LinearPattern}. */
final class PatternParser {
    private static final int MAX_GROUPS = 20;
    private static final String SPECIAL = "\\^$.|?*+()[]{}-/:@_&%#=~'\"!,; ";

    private static final String REPETITIONS = "*+?{";

    private final String text;
    private int at;
    private int depth;

    private PatternParser(String text) {
        this.text = text;
    }

    /** The tree; {@link IllegalArgumentException} with words if the text is not a pattern of the allowed kind. */
    static PatternNode parse(String text) {
        int start = text.startsWith("^") ? 1 : 0;
        boolean anchored = text.endsWith("$") && !text.endsWith("\\$");
        String body = text.substring(start, Math.max(start, text.length() - (anchored ? 1 : 0)));
        PatternParser parser = new PatternParser(body);
        PatternNode tree = parser.choice();
        if (parser.at < body.length()) {
            throw parser.wrong("a bracket closes that was not opened");
        }
        return tree;
    }

    private PatternNode choice() {
        List<PatternNode> parts = new ArrayList<>();
        parts.add(sequence());
        while (peek() == '|') {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new PatternNode.Choice(List.copyOf(parts));
    }

    private PatternNode sequence() {
        List<PatternNode> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            parts.add(repeated(atom()));
        }
        return new PatternNode.Sequence(List.copyOf(parts));
    }

    private PatternNode atom() {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '.' -> new PatternNode.One(range(0, 127), true);
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw wrong("a repetition of nothing");
            case '^', '$', ']', '}' -> throw wrong("\"" + c + "\" needs a backslash here");
            default -> one(c);
        };
    }

    private PatternNode group() {
        if (peek() == '?') {
            throw wrong("\"(?\" is not allowed: groups only group");
        }
        depth++;
        if (depth > MAX_GROUPS) {
            throw wrong("groups are nested more than " + MAX_GROUPS + " deep");
        }
        PatternNode inner = choice();
        if (peek() != ')') {
            throw wrong("a bracket is not closed");
        }
        at++;
        depth--;
        return inner;
    }

    private PatternNode repeated(PatternNode part) {
        if (REPETITIONS.indexOf(peek()) < 0) {
            return part;
        }
        PatternNode node = switch (peek()) {
            case '*' -> counted(part, 0, -1);
            case '+' -> counted(part, 1, -1);
            case '?' -> counted(part, 0, 1);
            default -> braces(part);
        };
        if (REPETITIONS.indexOf(peek()) >= 0) {
            throw wrong("two repetitions in a row");
        }
        return node;
    }

    private PatternNode counted(PatternNode part, int least, int most) {
        at++;
        return new PatternNode.Repeat(part, least, most);
    }

    private PatternNode braces(PatternNode part) {
        at++;
        int least = number();
        int most = least;
        if (peek() == ',') {
            at++;
            most = peek() == '}' ? -1 : number();
        }
        if (peek() != '}' || (most >= 0 && most < least)) {
            throw wrong("a repetition is written {n}, {n,} or {n,m}");
        }
        at++;
        return new PatternNode.Repeat(part, least, most);
    }

    private int number() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (start == at || at - start > 3) {
            throw wrong("a repetition has one to three digits");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private PatternNode escape() {
        if (at >= text.length()) {
            throw wrong("a backslash at the end");
        }
        char c = text.charAt(at++);
        if (c == 'd') {
            return new PatternNode.One(range('0', '9'), false);
        }
        if (SPECIAL.indexOf(c) < 0) {
            throw wrong("\"\\" + c + "\" is not allowed: only \\d and escaped punctuation are");
        }
        return one(c);
    }

    private PatternNode set() {
        boolean negated = peek() == '^';
        at += negated ? 1 : 0;
        BitSet members = new BitSet(128);
        while (peek() != ']') {
            int from = setCharacter();
            int to = from;
            if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                to = setCharacter();
            }
            if (to < from) {
                throw wrong("a range goes backwards");
            }
            members.set(from, to + 1);
        }
        at++;
        if (members.isEmpty()) {
            throw wrong("a set is empty");
        }
        if (negated) {
            members.flip(0, 128);
        }
        return new PatternNode.One(members, negated);
    }

    private int setCharacter() {
        if (at >= text.length()) {
            throw wrong("a set is not closed");
        }
        char c = text.charAt(at++);
        if (c == '\\') {
            if (at >= text.length() || SPECIAL.indexOf(text.charAt(at)) < 0) {
                throw wrong("in a set only punctuation is escaped");
            }
            return text.charAt(at++);
        }
        if (c == '[' || c > 127) {
            throw wrong("in a set stand ASCII characters, and \"[\" with a backslash");
        }
        return c;
    }

    private PatternNode one(char c) {
        if (c > 127) {
            throw wrong("a pattern is written in ASCII");
        }
        return new PatternNode.One(range(c, c), false);
    }

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet(128);
        set.set(from, to + 1);
        return set;
    }

    /** The next character, or NUL at the end; NUL itself is not allowed in a pattern. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " (at character " + (at + 1) + " of the pattern)");
    }
}

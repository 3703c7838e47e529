package cairn.ca.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A regular expression that always matches the whole value and whose cost grows with the length of the value only: it
 * runs as a position automaton (Glushkov 1961), so {@code (a+)+} is as cheap as {@code a+}. There are no
 * back-references and no look-around.
 */
final class LinearPattern {
    /** Longest text of a pattern. */
    static final int MAX_LENGTH = 500;

    private static final int MAX_POSITIONS = 1024;
    private static final int MAX_STEPS = 20_000;

    private final String text;
    private final List<PatternNode.One> positions = new ArrayList<>();
    private final List<BitSet> follow = new ArrayList<>();
    private final Part whole;
    private final long[][] follows;
    private final long[][] ascii;
    private int steps;

    /** What a part of the tree may begin and end with. */
    private record Part(boolean empty, BitSet first, BitSet last) {}

    private LinearPattern(String text) {
        this.text = text;
        this.whole = build(PatternParser.parse(text));
        int words = Math.max(1, (positions.size() + 63) / 64);
        this.follows = new long[positions.size()][];
        for (int i = 0; i < follows.length; i++) {
            follows[i] = words(follow.get(i), words);
        }
        this.ascii = new long[128][];
        for (int c = 0; c < 128; c++) {
            ascii[c] = matching(c, words);
        }
    }

    /** {@link IllegalArgumentException} with words for people if the text is not a pattern of the allowed kind. */
    static LinearPattern compile(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a pattern has at most " + MAX_LENGTH + " characters");
        }
        return new LinearPattern(text);
    }

    /** Whether the whole of {@code value} matches. */
    boolean matches(String value) {
        if (value.isEmpty()) {
            return whole.empty();
        }
        int words = ascii[0].length;
        long[] current = words(whole.first(), words);
        int last = 0;
        for (int i = 0; i < value.length(); i += Character.charCount(last)) {
            last = value.codePointAt(i);
            if (i > 0) {
                current = successors(current);
            }
            long[] fits = last < 128 ? ascii[last] : matching(last, words);
            long any = 0;
            for (int w = 0; w < words; w++) {
                current[w] &= fits[w];
                any |= current[w];
            }
            if (any == 0) {
                return false;
            }
        }
        return whole.last().intersects(BitSet.valueOf(current));
    }

    @Override
    public String toString() {
        return text;
    }

    private long[] successors(long[] current) {
        long[] next = new long[current.length];
        for (int w = 0; w < current.length; w++) {
            for (long rest = current[w]; rest != 0; rest &= rest - 1) {
                long[] more = follows[w * 64 + Long.numberOfTrailingZeros(rest)];
                for (int i = 0; i < next.length; i++) {
                    next[i] |= more[i];
                }
            }
        }
        return next;
    }

    private long[] matching(int codePoint, int words) {
        BitSet set = new BitSet();
        for (int i = 0; i < positions.size(); i++) {
            set.set(i, positions.get(i).contains(codePoint));
        }
        return words(set, words);
    }

    private static long[] words(BitSet set, int words) {
        return java.util.Arrays.copyOf(set.toLongArray(), words);
    }

    private Part build(PatternNode node) {
        if (++steps > MAX_STEPS) {
            throw new IllegalArgumentException("the repetitions multiply to too much");
        }
        return switch (node) {
            case PatternNode.One one -> position(one);
            case PatternNode.Sequence(List<PatternNode> parts) -> {
                Part built = nothing();
                for (PatternNode part : parts) {
                    built = behind(built, build(part));
                }
                yield built;
            }
            case PatternNode.Choice(List<PatternNode> parts) -> {
                Part built = build(parts.get(0));
                for (PatternNode part : parts.subList(1, parts.size())) {
                    built = either(built, build(part));
                }
                yield built;
            }
            case PatternNode.Repeat repeat -> repeat(repeat);
        };
    }

    private Part repeat(PatternNode.Repeat repeat) {
        Part built = nothing();
        for (int i = 0; i < repeat.least(); i++) {
            built = behind(built, build(repeat.part()));
        }
        if (repeat.most() < 0) {
            Part again = build(repeat.part());
            connect(again.last(), again.first());
            return behind(built, new Part(true, again.first(), again.last()));
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            Part more = build(repeat.part());
            built = behind(built, new Part(true, more.first(), more.last()));
        }
        return built;
    }

    private Part position(PatternNode.One one) {
        if (positions.size() >= MAX_POSITIONS) {
            throw new IllegalArgumentException("the repetitions multiply to more than " + MAX_POSITIONS + " places");
        }
        BitSet self = new BitSet();
        self.set(positions.size());
        positions.add(one);
        follow.add(new BitSet());
        return new Part(false, self, self);
    }

    private static Part nothing() {
        return new Part(true, new BitSet(), new BitSet());
    }

    private static Part either(Part left, Part right) {
        return new Part(
                left.empty() || right.empty(), union(left.first(), right.first()), union(left.last(), right.last()));
    }

    private Part behind(Part left, Part right) {
        connect(left.last(), right.first());
        BitSet first = left.empty() ? union(left.first(), right.first()) : left.first();
        BitSet last = right.empty() ? union(left.last(), right.last()) : right.last();
        return new Part(left.empty() && right.empty(), first, last);
    }

    private void connect(BitSet from, BitSet to) {
        from.stream().forEach(p -> follow.get(p).or(to));
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }
}

package cairn.ca.profile;

import cairn.ca.x509.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, up to a number that a person can still read. */
final class Problems {
    private static final int MOST = 50;
    private static final int LONGEST = 300;

    private final List<Problem> found = new ArrayList<>();

    void add(Located.Place place, String field, String what, String remedy) {
        if (found.size() < MOST) {
            found.add(new Problem(place.line(), place.column(), plain(field), plain(what), plain(remedy)));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private static String plain(String text) {
        String escaped = PlainText.escape(text);
        return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST) + "...";
    }
}

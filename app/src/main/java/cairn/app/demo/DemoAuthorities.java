package cairn.app.demo;

import cairn.ca.audit.AuthorityName;
import java.util.Set;

/** What the demonstration calls its authorities, whose names are also the labels of their keys. */
public record DemoAuthorities(AuthorityName root, AuthorityName issuing) {
    private static final String ROOT = "demo-root";
    private static final String ISSUING = "demo-issuing";

    /**
     * Names for a token that has keys with these labels: the usual ones, or the first with a number that are free. A key of
     * an authority is never used for another, so that each demonstration on a token makes its own.
     */
    public static DemoAuthorities beside(Set<String> labels) {
        String suffix = "";
        for (int number = 2; labels.contains(ROOT + suffix) || labels.contains(ISSUING + suffix); number++) {
            suffix = "-" + number;
        }
        return new DemoAuthorities(new AuthorityName(ROOT + suffix), new AuthorityName(ISSUING + suffix));
    }
}

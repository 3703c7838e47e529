package cairn.ca.profile;

import java.util.List;
import java.util.Optional;

/** The profiles that come with Cairn. */
public final class ReadyMadeProfiles {
    private ReadyMadeProfiles() {}

    /** Their names, in the order in which they are shown. */
    public static List<String> names() {
        throw new UnsupportedOperationException();
    }

    /** One of them. */
    public static Optional<Profile> find(String name) {
        throw new UnsupportedOperationException();
    }
}

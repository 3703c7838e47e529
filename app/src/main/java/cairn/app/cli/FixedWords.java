package cairn.app.cli;

import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.KeyType;
import java.util.Arrays;
import java.util.Iterator;

/** The words that an option takes, for its help, its completion and its error alike. */
final class FixedWords {
    private FixedWords() {}

    /** The types of key that an authority may have. */
    static final class KeyTypes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(KeyType.values()).map(KeyType::word).iterator();
        }
    }

    /** The ready-made profiles; a workspace may have more. */
    static final class Profiles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ReadyMadeProfiles.names().iterator();
        }
    }

    /** The reasons to revoke for good: those of RFC 5280 section 5.3.1 but certificateHold, which is not for good. */
    static final class Reasons implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(RevocationReason.values())
                    .filter(known -> known != RevocationReason.CERTIFICATE_HOLD)
                    .map(RevocationReason::word)
                    .iterator();
        }
    }
}

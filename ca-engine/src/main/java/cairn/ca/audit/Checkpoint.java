package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a journal stood at some time. Printed or kept on another medium it shows later that nothing up to there was
 * changed, and that the end was not cut off.
 *
 * @param sequence of the last entry; 0 for an empty journal
 * @param chain that entry's chain value
 * @param time of that entry
 */
public record Checkpoint(long sequence, Fingerprint chain, Instant time) {
    private static final Pattern TEXT = Pattern.compile("cairn-journal (\\d{1,18}) ([0-9a-f]{64}) (\\S{20,40})");

    /** One line: {@code cairn-journal SEQUENCE CHAIN TIME}. */
    public String text() {
        return "cairn-journal " + sequence + " " + chain.hex() + " " + time;
    }

    /** Reads {@link #text()} back; blanks around it do not matter. */
    public static Optional<Checkpoint> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                    Long.parseLong(matcher.group(1)),
                    new Fingerprint(matcher.group(2)),
                    Instant.parse(matcher.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text();
    }
}

package cairn.app.session;

import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.crl.CrlRecord;
import cairn.ca.crl.CrlStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lists of an authority.
 *
 * @param standing the newest list, beside what the register says
 * @param history all lists, newest first
 */
public record ListBook(Authority authority, CrlStanding standing, List<CrlRecord> history) {
    /** Takes a copy. */
    public ListBook {
        history = List.copyOf(history);
    }

    /** How it stands with the newest list; the gravest that holds. */
    public enum State {
        NONE,
        OVER,
        BEHIND,
        SOON,
        CURRENT
    }

    /** A list that ends sooner is to be replaced soon. */
    private static final Duration SOON = Duration.ofDays(7);

    /** Those of all authorities that have a certificate, in the order of the hierarchy. */
    public static List<ListBook> all(Session session) throws LedgerException {
        List<ListBook> books = new ArrayList<>();
        for (Authority authority : session.register().authorities().all()) {
            if (authority.certificate().isPresent()) {
                books.add(new ListBook(
                        authority,
                        session.services().crls().standing(authority.name()),
                        session.register().crls().history(authority.name())));
            }
        }
        return List.copyOf(books);
    }

    /** How it stands at this moment. */
    public State state(Instant now) {
        Optional<CrlRecord> latest = standing.latest();
        if (latest.isEmpty()) {
            return State.NONE;
        }
        Instant end = latest.get().nextUpdate();
        if (!end.isAfter(now)) {
            return State.OVER;
        }
        if (standing.isBehind()) {
            return State.BEHIND;
        }
        return end.isBefore(now.plus(SOON)) ? State.SOON : State.CURRENT;
    }
}

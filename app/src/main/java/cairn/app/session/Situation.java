package cairn.app.session;

import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.crl.CrlStanding;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.issuance.OpenIntent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How it stands with a workspace: what needs a person, and figures.
 *
 * @param at when it was looked at
 * @param lists the authorities that sign lists, the most urgent first
 * @param openIntents signatures whose outcome somebody must settle
 * @param openLists signings of lists that were interrupted
 * @param within how many valid certificates end within {@link #DAYS}, each with those of the shorter times
 * @param months for this month and the eleven after it, how many valid certificates end in it
 * @param counts certificates of all authorities by status
 */
public record Situation(
        Instant at,
        List<ListLine> lists,
        List<OpenIntent> openIntents,
        int openLists,
        List<Long> within,
        List<Month> months,
        Map<CertificateStatus, Long> counts) {
    /** The times within which certificates are said to end, in days. */
    public static final List<Integer> DAYS = List.of(1, 7, 14, 30);

    private static final int MONTHS = 12;

    /** Takes copies. */
    public Situation {
        lists = List.copyOf(lists);
        openIntents = List.copyOf(openIntents);
        within = List.copyOf(within);
        months = List.copyOf(months);
        counts = Map.copyOf(counts);
    }

    /** An authority and its newest list. */
    public record ListLine(Authority authority, CrlStanding standing) {
        /** Until when the newest list is good; the beginning of time if there is none. */
        public Instant until() {
            return standing.latest().map(list -> list.nextUpdate()).orElse(Instant.EPOCH);
        }

        /** Whether the newest list is to be replaced now: there is none, it is over, or it says too little. */
        public boolean isDue(Instant now) {
            return standing.isBehind() || !until().isAfter(now);
        }
    }

    /** A month and what ends in it. */
    public record Month(Instant start, long ending) {}

    /** Looks at a workspace. */
    public static Situation of(Session session, Instant now) throws LedgerException {
        List<ListLine> lists = new ArrayList<>();
        for (Authority authority : session.register().authorities().all()) {
            boolean alive = authority
                    .certificate()
                    .filter(certificate -> certificate.validity().notAfter().isAfter(now))
                    .isPresent();
            if (alive) {
                lists.add(new ListLine(authority, session.services().crls().standing(authority.name())));
            }
        }
        lists.sort((a, b) -> a.isDue(now) == b.isDue(now) ? a.until().compareTo(b.until()) : a.isDue(now) ? -1 : 1);
        List<Instant> bounds = monthBounds(now);
        List<Long> ending = session.register().inventory().endings(bounds);
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < ending.size(); i++) {
            months.add(new Month(bounds.get(i), ending.get(i)));
        }
        return new Situation(
                now,
                lists,
                session.services().settlement().open(),
                session.services().crls().openIntents().size(),
                within(session, now),
                months,
                counts(session));
    }

    private static List<Instant> monthBounds(Instant now) {
        var first = now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        return Stream.iterate(0, i -> i <= MONTHS, i -> i + 1)
                .map(i -> first.plusMonths(i).atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList();
    }

    private static List<Long> within(Session session, Instant now) throws LedgerException {
        List<Instant> bounds = new ArrayList<>(List.of(now));
        DAYS.forEach(days -> bounds.add(now.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS)));
        List<Long> sums = new ArrayList<>();
        long sum = 0;
        for (long each : session.register().inventory().endings(bounds)) {
            sum += each;
            sums.add(sum);
        }
        return sums;
    }

    private static Map<CertificateStatus, Long> counts(Session session) throws LedgerException {
        Map<CertificateStatus, Long> counts = new EnumMap<>(CertificateStatus.class);
        session.register()
                .inventory()
                .counts()
                .values()
                .forEach(each -> each.forEach((status, count) -> counts.merge(status, count, Long::sum)));
        return counts;
    }
}

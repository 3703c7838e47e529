package cairn.app.session;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.revocation.RevocationException;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stops working if decisions are recorded, one answer for each. Records nothing.
 *
 * @param answers in the order of the decisions
 * @param validBelow how many valid certificates all authorities that fall have issued, each counted once
 */
public record BlastRadius(List<Answer> answers, long validBelow) {
    /** Takes a copy. */
    public BlastRadius {
        answers = List.copyOf(answers);
    }

    /** What a decision would do. */
    public sealed interface Answer {
        /** The decision. */
        RevocationOrder order();
    }

    /**
     * It would be recorded.
     *
     * @param row the certificate; empty if its signing was interrupted, so that it may exist or not
     * @param below authorities that stand on the certificate, nearest first
     * @param validBelow how many valid certificates those have issued
     */
    public record Falls(
            RevocationOrder order, Optional<CertificateSummary> row, List<AuthorityName> below, long validBelow)
            implements Answer {
        /** Takes a copy. */
        public Falls {
            below = List.copyOf(below);
        }
    }

    /** It would be refused. */
    public record Stays(RevocationOrder order, Optional<CertificateSummary> row, RevocationException why)
            implements Answer {
        /** Why, in words. */
        public String words() {
            return String.valueOf(why.getMessage());
        }
    }

    /** Looks at what these decisions would do. */
    public static BlastRadius of(Session session, List<RevocationOrder> orders)
            throws LedgerException, RevocationException {
        List<Answer> answers = new ArrayList<>();
        Map<AuthorityName, Map<CertificateStatus, Long>> counts =
                session.register().inventory().counts();
        for (RevocationResult result : session.services().revocation().rehearse(orders)) {
            answers.add(
                    switch (result) {
                        case RevocationResult.Recorded recorded -> falls(session, recorded.order(), counts);
                        case RevocationResult.Refused refused ->
                            new Stays(refused.order(), row(session, refused.order()), refused.failure());
                    });
        }
        Set<AuthorityName> all = new HashSet<>();
        for (Answer answer : answers) {
            if (answer instanceof Falls falls) {
                all.addAll(falls.below());
            }
        }
        return new BlastRadius(answers, valid(all, counts));
    }

    private static long valid(
            Collection<AuthorityName> names, Map<AuthorityName, Map<CertificateStatus, Long>> counts) {
        return names.stream()
                .mapToLong(name -> counts.getOrDefault(name, Map.of()).getOrDefault(CertificateStatus.VALID, 0L))
                .sum();
    }

    private static Optional<CertificateSummary> row(Session session, RevocationOrder order) throws LedgerException {
        return session.register().inventory().find(order.issuer(), order.serialNumber());
    }

    private static Falls falls(
            Session session, RevocationOrder order, Map<AuthorityName, Map<CertificateStatus, Long>> counts)
            throws LedgerException {
        List<AuthorityName> below =
                session.services().authorities().standingOn(order.issuer(), order.serialNumber()).stream()
                        .map(Authority::name)
                        .toList();
        return new Falls(order, row(session, order), below, valid(below, counts));
    }

    /** Those that would be recorded. */
    public List<Falls> falling() {
        return answers.stream()
                .filter(Falls.class::isInstance)
                .map(Falls.class::cast)
                .toList();
    }

    /** Those that would be refused. */
    public List<Stays> staying() {
        return answers.stream()
                .filter(Stays.class::isInstance)
                .map(Stays.class::cast)
                .toList();
    }
}

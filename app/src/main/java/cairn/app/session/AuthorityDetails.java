package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.crl.CrlRecord;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.CertificateExtensions;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Certificate;
import cairn.hsm.token.PinSource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said of one authority.
 *
 * @param chain its certificate and those up to the root
 * @param counts certificates that it issued, by status
 * @param latest its newest list
 * @param limits what its certificate allows below it
 */
public record AuthorityDetails(
        Hierarchy.Member member,
        List<Certificate> chain,
        Map<CertificateStatus, Long> counts,
        Optional<CrlRecord> latest,
        Limits limits) {
    /** Takes copies. */
    public AuthorityDetails {
        chain = List.copyOf(chain);
        counts = Map.copyOf(counts);
    }

    /**
     * What a certificate allows below it.
     *
     * @param pathLength pathLenConstraint (RFC 5280 section 4.2.1.9); empty where nothing is said
     * @param subtrees name constraints (RFC 5280 section 4.2.1.10)
     */
    public record Limits(Optional<BigInteger> pathLength, List<NameConstraintsView.Subtree> subtrees) {
        /** Takes a copy. */
        public Limits {
            subtrees = List.copyOf(subtrees);
        }

        private static Limits of(Certificate certificate) {
            CertificateExtensions extensions = CertificateView.of(certificate).extensions();
            return new Limits(
                    extensions.basicConstraints().flatMap(BasicConstraintsView::pathLength),
                    extensions
                            .nameConstraints()
                            .map(NameConstraintsView::subtrees)
                            .orElse(List.of()));
        }
    }

    /** Reads them. */
    public static AuthorityDetails of(Session session, Hierarchy.Member member) throws LedgerException, Problem {
        return new AuthorityDetails(
                member,
                session.chain(member.name()),
                session.register().inventory().counts().getOrDefault(member.name(), Map.of()),
                session.register().crls().latest(member.name()),
                member.authority().certificate().map(Limits::of).orElse(new Limits(Optional.empty(), List.of())));
    }

    /**
     * What the token said of a key when it was made, as the journal keeps it; empty if it was not made by this workspace.
     * Reads the whole journal.
     */
    public static Optional<KeyAttributes> proven(Session session, KeyReference key) throws LedgerException {
        List<KeyAttributes> found = new ArrayList<>();
        try {
            session.register()
                    .journalAccess()
                    .<RuntimeException>read(
                            0,
                            entries -> entries.forEach(entry -> {
                                if (entry.event() instanceof AuditEvent.KeyGenerated generated
                                        && generated.key().equals(key)) {
                                    found.add(generated.attributes());
                                }
                            }));
        } catch (JournalException e) {
            throw new LedgerException(String.valueOf(e.getMessage()), e);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** Asks the token what it says of the key now. */
    public static KeyAttributes ask(Session session, Authority authority, PinSource pins) throws Exception {
        return session.token(session.directory().holding(authority.key()), pins)
                .find(authority.key())
                .attributes();
    }
}

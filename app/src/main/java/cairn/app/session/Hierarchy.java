package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.x509.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authorities of a workspace, who certified whom, and how it stands with each. */
public record Hierarchy(List<Member> members) {
    /** Takes a copy. */
    public Hierarchy {
        members = List.copyOf(members);
    }

    /** How it stands with an authority; of several that hold the gravest. */
    public enum Condition {
        ACTIVE,
        REQUESTED,
        RETIRED,
        EXPIRED,
        HELD,
        REVOKED
    }

    /**
     * An authority in the hierarchy.
     *
     * @param token on which its key lies; empty if the workspace does not know it
     */
    public record Member(Authority authority, Condition condition, Optional<TokenSettings> token) {
        /** The workspace's name for it. */
        public AuthorityName name() {
            return authority.name();
        }
    }

    /** Reads it. */
    public static Hierarchy of(Session session, Instant now) throws LedgerException, Problem {
        List<Member> members = new ArrayList<>();
        for (Authority authority : session.register().authorities().all()) {
            members.add(new Member(
                    authority,
                    condition(session, authority, now),
                    session.directory().find(authority.key())));
        }
        return new Hierarchy(members);
    }

    private static Condition condition(Session session, Authority authority, Instant now) throws LedgerException {
        if (authority.certificate().isEmpty()) {
            return Condition.REQUESTED;
        }
        Certificate certificate = authority.certificate().get();
        AuthorityName issuer = authority.parent().orElse(authority.name());
        CertificateStatus status = session.register()
                .inventory()
                .find(issuer, certificate.serialNumber())
                .map(CertificateSummary::status)
                .orElse(CertificateStatus.VALID);
        if (status == CertificateStatus.REVOKED) {
            return Condition.REVOKED;
        }
        if (certificate.validity().notAfter().isBefore(now)) {
            return Condition.EXPIRED;
        }
        if (status == CertificateStatus.HELD) {
            return Condition.HELD;
        }
        return authority.state() == Authority.State.RETIRED ? Condition.RETIRED : Condition.ACTIVE;
    }

    /** Those that nothing in this workspace certified: roots, and intermediates under outside roots. */
    public List<Member> tops() {
        return members.stream()
                .filter(member -> member.authority().parent().isEmpty())
                .toList();
    }

    /** Those that this one certified. */
    public List<Member> below(AuthorityName name) {
        return members.stream()
                .filter(member ->
                        member.authority().parent().filter(name::equals).isPresent())
                .toList();
    }

    /** The authority of this name. */
    public Optional<Member> find(String name) {
        return members.stream()
                .filter(member -> member.name().text().equals(name))
                .findFirst();
    }
}

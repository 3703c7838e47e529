package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.x509.DistinguishedName;
import java.util.List;
import java.util.Optional;

/** What must be decided before an authority is created or requested, whoever asks. */
public final class NewAuthorities {
    private NewAuthorities() {}

    /**
     * The subject of a new authority. Two authorities of one name are told apart by their keys only, which few people and
     * not all programs do.
     *
     * @param sameSubject whether another authority may have it: for a new key under the old name
     */
    public static DistinguishedName subject(Session session, DistinguishedName wanted, boolean sameSubject)
            throws Problem, LedgerException {
        if (wanted.isEmpty()) {
            throw Problem.badInput(
                    "A-8", "An authority has a subject.", "--subject", "Give one, such as \"CN=Root,O=Example\".");
        }
        Optional<Authority> known = holding(session.register().authorities().all(), wanted);
        if (known.isPresent() && !sameSubject) {
            throw Problem.refused(
                    "A-9",
                    "An authority has this subject already.",
                    known.get().name() + ": " + wanted,
                    "Give another --subject; or, for a new key under the old name, give --same-subject.");
        }
        return wanted;
    }

    /** The authority that has this subject. */
    public static Optional<Authority> holding(List<Authority> authorities, DistinguishedName subject) {
        return authorities.stream()
                .filter(known -> known.certificate()
                        .map(certificate -> certificate.subject().matches(subject))
                        .orElse(false))
                .findFirst();
    }

    /** The token of this name, or the only one that there is. */
    public static TokenSettings token(Session session, Optional<String> name) throws Problem {
        if (name.isPresent()) {
            return session.directory().get(name.get());
        }
        Optional<TokenSettings> only = session.directory().only();
        if (only.isPresent()) {
            return only.get();
        }
        List<String> names =
                session.directory().all().stream().map(TokenSettings::name).toList();
        throw Problem.badInput(
                "A-4",
                "Say which token shall hold the key.",
                "--token",
                names.isEmpty()
                        ? "There is none yet: make one with 'cairn token init'."
                        : "It is one of: " + String.join(", ", names));
    }
}

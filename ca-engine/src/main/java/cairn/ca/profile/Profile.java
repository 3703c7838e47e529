package cairn.ca.profile;

import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A validated profile. Shaping is a pure function: no clock, no randomness, the same request gives the same octets.
 * Safe for use by several threads.
 */
public final class Profile {
    private final ProfileHeader header;
    private final ProfileRules rules;

    Profile(ProfileHeader header, ProfileRules rules) {
        this.header = header;
        this.rules = rules;
    }

    /** The name by which it is chosen. */
    public String name() {
        return header.name();
    }

    /** The name for people. */
    public String title() {
        return header.title();
    }

    /** What it is for, in a sentence or two; may be empty. */
    public String description() {
        return header.description();
    }

    /** What it makes. */
    public Kind kind() {
        return header.kind();
    }

    /** The SHA-256 digest of the file that it was read from. */
    public Fingerprint digest() {
        return header.digest();
    }

    /** Which rules for kinds of certificates what it makes must keep; see {@link cairn.ca.lint.LintTag}. */
    public Set<String> lintTags() {
        return header.lintTags();
    }

    /** The variables that its texts have, in the order of the certificate's fields. */
    public List<Variable> variables() {
        return List.copyOf(ProfileVariables.of(rules));
    }

    /** Whether it makes a root, which signs itself. */
    public boolean isSelfSigned() {
        return header.selfSigned();
    }

    /** How long a certificate is valid if nobody chooses; longer than any validity can be where it never expires. */
    public Duration usualLifetime() {
        return rules.validity().usual();
    }

    /** What it makes and what it asks for, in words for people, in the order of the certificate's fields. */
    public List<ProfileLine> lines() {
        return new ProfileWords(header, rules).lines();
    }

    /** How long before now a certificate may start at most; zero unless the profile says otherwise. */
    public Duration longestBackdating() {
        ValidityRules validity = rules.validity();
        return validity.maxBackdate().compareTo(validity.backdate()) > 0 ? validity.maxBackdate() : validity.backdate();
    }

    /**
     * The certificate that a request becomes.
     *
     * @throws ProfileRefusal with every reason why not
     */
    public ToBeSigned shape(ShapeRequest request) throws ProfileRefusal {
        Draft draft = draft(request);
        Validity validity = draft.validity();
        if (draft.reasons().isEmpty() && validity != null) {
            ToBeSigned shaped = ToBeSignedEncoder.encode(draft, validity, isSelfSigned());
            refuseTooLarge(draft, shaped);
            if (draft.reasons().isEmpty()) {
                return shaped;
            }
        }
        throw new ProfileRefusal(name(), draft.reasons());
    }

    /** What a request asks for beside what it would become; never refuses, but says what it would refuse. */
    public Comparison compare(ShapeRequest request) {
        Draft draft = draft(request);
        Validity validity = draft.validity();
        if (draft.reasons().isEmpty() && validity != null) {
            refuseTooLarge(draft, ToBeSignedEncoder.encode(draft, validity, isSelfSigned()));
        }
        return new Comparer(draft, header, rules).compare();
    }

    /**
     * Why this profile does not fit below an issuer whatever is asked for; empty if it does. For the moment at which a
     * profile is given to an authority, so that nobody finds out when issuing.
     */
    public List<ProfileRefusal.Reason> conflicts(IssuerData issuer, Instant now) {
        List<ProfileRefusal.Reason> conflicts = new ArrayList<>();
        if (isSelfSigned()) {
            conflicts.add(new ProfileRefusal.Reason("issuer", "self-signed", "this profile makes roots only"));
        }
        if (!rules.keys().signatures().isEmpty() && !rules.keys().signatures().contains(issuer.algorithm())) {
            conflicts.add(new ProfileRefusal.Reason(
                    "signature",
                    "signature-algorithm",
                    "the issuer signs with " + issuer.algorithm().word()));
        }
        Duration left = Duration.between(now, issuer.validity().notAfter()).plusSeconds(1);
        if (!rules.validity().clip() && rules.validity().usual().compareTo(left) > 0) {
            conflicts.add(new ProfileRefusal.Reason(
                    "validity.default",
                    "within-issuer",
                    "certificates would outlive the issuer, which ends at "
                            + issuer.validity().notAfter()));
        }
        return List.copyOf(conflicts);
    }

    private Draft draft(ShapeRequest request) {
        Draft draft = new Draft(request);
        rules.shape(draft, isSelfSigned());
        return draft;
    }

    private void refuseTooLarge(Draft draft, ToBeSigned shaped) {
        int size = DerParts.certificateSize(
                shaped.encoded().size(), shaped.algorithm(), draft.issuer().signatureOctets());
        if (size > rules.maxSize()) {
            draft.refuse(
                    "certificate",
                    "max-size",
                    "the certificate would have up to " + size + " octets; at most " + rules.maxSize()
                            + " are allowed");
        }
    }

    @Override
    public String toString() {
        return name();
    }
}

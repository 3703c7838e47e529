package cairn.ca.lint;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a certificate or list besides its bytes. Immutable; made once for a batch and used by every
 * linting of it, so that the issuer is read once.
 */
public final class LintContext {
    private final Optional<CertificateView> issuer;
    private final boolean internal;
    private final Set<String> tags;
    private final Optional<Instant> earliestNotBefore;

    private LintContext(
            Optional<CertificateView> issuer, boolean internal, Set<String> tags, Optional<Instant> earliestNotBefore) {
        this.issuer = issuer;
        this.internal = internal;
        this.tags = Set.copyOf(tags);
        this.earliestNotBefore = earliestNotBefore;
    }

    /** Nothing is known: the rules of the standards only, as for a file from anywhere. */
    public static LintContext unknown() {
        return new LintContext(Optional.empty(), false, Set.of(), Optional.empty());
    }

    /** Something that this authority is about to sign: its own rules apply too. */
    public static LintContext internal() {
        return new LintContext(Optional.empty(), true, Set.of(), Optional.empty());
    }

    /** The same with the real issuer's certificate; leave it out for a root. */
    public LintContext issuedBy(Certificate certificate) {
        Optional<CertificateView> view = Optional.of(CertificateView.of(certificate));
        return new LintContext(view, internal, tags, earliestNotBefore);
    }

    /** The same with words that choose rules for a kind of certificate; see {@link LintTag}. */
    public LintContext tagged(Set<String> words) {
        return new LintContext(issuer, internal, words, earliestNotBefore);
    }

    /** The same with the earliest notBefore that is not backdating: the session's trusted time less what the profile allows. */
    public LintContext notBackdatedBefore(Instant earliest) {
        return new LintContext(issuer, internal, tags, Optional.of(earliest));
    }

    /** The issuer's certificate. */
    public Optional<CertificateView> issuer() {
        return issuer;
    }

    /** Whether the rules of an internal authority apply. */
    public boolean isInternal() {
        return internal;
    }

    /** Whether a word was given. */
    public boolean has(String tag) {
        return tags.contains(tag);
    }

    /** The earliest notBefore that is not backdating. */
    public Optional<Instant> earliestNotBefore() {
        return earliestNotBefore;
    }
}

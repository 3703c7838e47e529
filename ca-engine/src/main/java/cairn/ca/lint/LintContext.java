package cairn.ca.lint;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a certificate or list besides its bytes. Immutable; made once for a batch and used by every
 * linting of it, so that the issuer is read once.
 */
public final class LintContext {
    private final @Nullable CertificateView issuer;
    private final boolean internal;
    private final Set<String> tags;
    private final @Nullable Instant earliestNotBefore;

    private LintContext(
            @Nullable CertificateView issuer, boolean internal, Set<String> tags, @Nullable Instant earliestNotBefore) {
        this.issuer = issuer;
        this.internal = internal;
        this.tags = Set.copyOf(tags);
        this.earliestNotBefore = earliestNotBefore;
    }

    /** Nothing is known: the rules of the standards only, as for a file from anywhere. */
    public static LintContext unknown() {
        return new LintContext(null, false, Set.of(), null);
    }

    /** Something that this authority is about to sign: its own rules apply too. */
    public static LintContext internal() {
        return new LintContext(null, true, Set.of(), null);
    }

    /** The same with the real issuer's certificate; leave it out for a root. */
    public LintContext issuedBy(Certificate certificate) {
        return new LintContext(CertificateView.of(certificate), internal, tags, earliestNotBefore);
    }

    /** The same with words that choose rules for a kind of certificate; see {@link LintTag}. */
    public LintContext tagged(Set<String> words) {
        return new LintContext(issuer, internal, words, earliestNotBefore);
    }

    /** The same with the earliest notBefore that is not backdating: the session's trusted time less what the profile allows. */
    public LintContext notBackdatedBefore(Instant earliest) {
        return new LintContext(issuer, internal, tags, earliest);
    }

    /** The issuer's certificate. */
    public Optional<CertificateView> issuer() {
        return Optional.ofNullable(issuer);
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
        return Optional.ofNullable(earliestNotBefore);
    }
}

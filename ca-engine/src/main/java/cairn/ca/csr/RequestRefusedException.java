package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import org.jspecify.annotations.Nullable;

/** Why no certificate may be made from a request; every kind names the rule, its clause and the place. */
public abstract sealed class RequestRefusedException extends Exception {
    private final Finding finding;

    private RequestRefusedException(Finding finding, @Nullable Throwable cause) {
        super(finding.code() + ": " + finding.words() + " (" + finding.where() + ")", cause);
        if (finding.severity() != Severity.ERROR) {
            throw new IllegalArgumentException("only an error refuses a request: " + finding.code());
        }
        this.finding = finding;
    }

    /** The bytes are not exactly one PKCS#10 request. */
    public static final class Unreadable extends RequestRefusedException {
        Unreadable(Finding finding, @Nullable Throwable cause) {
            super(finding, cause);
        }
    }

    /** A private key was handed in where a request belongs; the buffer it came in has been overwritten. */
    public static final class PrivateKeyGiven extends RequestRefusedException {
        PrivateKeyGiven(Finding finding) {
            super(finding, null);
        }
    }

    /** The requester did not show that the private key is in his hands. */
    public static final class PossessionNotProved extends RequestRefusedException {
        PossessionNotProved(Finding finding) {
            super(finding, null);
        }
    }

    /** The key is weak, blocked, of a kind that is not certified, or an authority's own. */
    public static final class KeyRefused extends RequestRefusedException {
        KeyRefused(Finding finding) {
            super(finding, null);
        }
    }

    /** The names or extensions in the request cannot be certified whatever the profile says. */
    public static final class ContentRefused extends RequestRefusedException {
        ContentRefused(Finding finding) {
            super(finding, null);
        }
    }

    /** The refusal that belongs to a finding's code. */
    static RequestRefusedException of(Finding finding) {
        if (finding.code().startsWith("key.")) {
            return new KeyRefused(finding);
        }
        return finding.code().startsWith("possession.")
                ? new PossessionNotProved(finding)
                : new ContentRefused(finding);
    }

    /** The finding that refused. */
    public Finding finding() {
        return finding;
    }

    /** The rule's stable code. */
    public String rule() {
        return finding.code();
    }

    /** Where the rule stands. */
    public String clause() {
        return finding.clause();
    }

    /** The reason as a sentence. */
    public String words() {
        return finding.words();
    }

    /** The place in the request: an offset, a field or a name. */
    public String where() {
        return finding.where();
    }
}

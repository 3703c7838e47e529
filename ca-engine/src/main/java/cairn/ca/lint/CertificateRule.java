package cairn.ca.lint;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** One demand on a certificate. Stateless, so that every thread may use the same rule. */
public abstract class CertificateRule {
    private final RuleDescription about;

    /** The arguments of {@link RuleDescription}. */
    protected CertificateRule(String id, String clause, Severity severity, String words) {
        this.about = new RuleDescription(id, clause, severity, words);
    }

    /** Its name, clause, weight and words. */
    public final RuleDescription about() {
        return about;
    }

    /** Reports what is wrong with {@code certificate}; never throws on hostile content. */
    public abstract void check(CertificateView certificate, LintContext context, Report report);
}

package cairn.ca.lint;

import cairn.ca.lint.view.CertificateView;

/** One demand on a certificate. Stateless, so that every thread may use the same rule. */
public interface CertificateRule {
    /** Its name, clause, weight and words. */
    RuleDescription about();

    /** Reports what is wrong with {@code certificate}; never throws on hostile content. */
    void check(CertificateView certificate, LintContext context, Report report);
}

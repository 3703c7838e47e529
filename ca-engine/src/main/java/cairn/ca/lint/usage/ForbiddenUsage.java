package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** A rule by which some keys or subjects may not have some bits of keyUsage. */
abstract class ForbiddenUsage extends CertificateRule {
    private final int forbidden;
    private final String objection;

    /** The last arguments are the bits and what is wrong with them, to follow their names in the finding. */
    ForbiddenUsage(String id, String clause, Severity severity, String words, int forbidden, String objection) {
        super(id, clause, severity, words);
        this.forbidden = forbidden;
        this.objection = objection;
    }

    /** Whether the rule is about this certificate. */
    abstract boolean concerns(CertificateView certificate, KeyUsageView usage);

    @Override
    public final void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (usage.hasAny(forbidden) && concerns(certificate, usage)) {
                report.add("keyUsage", usage.words(forbidden) + " " + objection);
            }
        });
    }
}

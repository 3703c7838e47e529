package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A rule by which an extension is always critical, or never. */
abstract class Criticality extends CertificateRule {
    private final String oid;
    private final boolean critical;

    /** The last arguments are the type of the extension and what it must be. */
    Criticality(String id, String clause, Severity severity, String words, String oid, boolean critical) {
        super(id, clause, severity, words);
        this.oid = oid;
        this.critical = critical;
    }

    @Override
    public final void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().find(oid).ifPresent(extension -> {
            if (extension.isCritical() != critical) {
                report.add("extension " + oid, critical ? "is not critical" : "is critical");
            }
        });
    }
}

package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.util.HashSet;
import java.util.List;

/** No purpose occurs twice in extKeyUsage. */
final class PurposeTwice extends CertificateRule {
    PurposeTwice() {
        super(
                "rfc5280.purpose-twice",
                "RFC 5280 section 4.2.1.12",
                Severity.WARNING,
                "No purpose occurs twice in extKeyUsage");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<String> purposes = certificate.extensions().extendedKeyUsage();
        if (purposes.size() > 1 && new HashSet<>(purposes).size() < purposes.size()) {
            report.add("extKeyUsage", "a purpose occurs more than once");
        }
    }
}

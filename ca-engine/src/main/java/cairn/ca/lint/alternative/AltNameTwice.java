package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** No alternative name occurs twice. */
final class AltNameTwice extends CertificateRule {
    AltNameTwice() {
        super(
                "internal.alt-name-twice",
                "RFC 5280 section 4.2.1.6",
                Severity.NOTICE,
                "No alternative name occurs twice");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<GeneralNameView> names = certificate.extensions().subjectAltNames();
        if (names.size() < 2) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (GeneralNameView name : names) {
            if (!name.text().isEmpty() && !seen.add(name.kind() + name.text().toLowerCase(Locale.ROOT))) {
                report.add("subjectAltName", "'" + name.text() + "' occurs more than once");
            }
        }
    }
}

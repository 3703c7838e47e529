package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** pathLenConstraint stands only with cA TRUE and keyCertSign. */
final class PathLengthPlace extends CertificateRule {
    PathLengthPlace() {
        super(
                "rfc5280.path-length-place",
                "RFC 5280 section 4.2.1.9",
                Severity.ERROR,
                "pathLenConstraint stands only with cA TRUE and keyCertSign");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<BasicConstraintsView> constraints = certificate.extensions().basicConstraints();
        if (constraints.isEmpty() || constraints.get().pathLength().isEmpty()) {
            return;
        }
        boolean certSign = certificate
                .extensions()
                .keyUsage()
                .map(usage -> usage.hasAny(KeyUsageView.KEY_CERT_SIGN))
                .orElse(true);
        if (!constraints.get().authority() || !certSign) {
            report.add("basicConstraints", "pathLenConstraint without cA TRUE or without keyCertSign");
        } else if (constraints.get().pathLength().get().signum() < 0) {
            report.add("basicConstraints", "a negative pathLenConstraint");
        }
    }
}

package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An issuer with pathLenConstraint 0 issues to no authority but itself. */
final class PathLengthExhausted extends CertificateRule {
    PathLengthExhausted() {
        super(
                "internal.path-length-exhausted",
                "RFC 5280 sections 4.2.1.9 and 6.1.4 (l)",
                Severity.ERROR,
                "An issuer with pathLenConstraint 0 issues to no authority but itself");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        boolean exhausted = context.issuer()
                .flatMap(issuer -> issuer.extensions().basicConstraints())
                .flatMap(BasicConstraintsView::pathLength)
                .map(length -> length.signum() == 0)
                .orElse(false);
        if (exhausted && certificate.isAuthority() && !certificate.isSelfIssued()) {
            report.add("basicConstraints", "an authority below an issuer with pathLenConstraint 0");
        }
    }
}

package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An intermediate has pathLenConstraint. */
final class PathLengthOfIntermediate extends CertificateRule {
    PathLengthOfIntermediate() {
        super(
                "internal.path-length-of-intermediate",
                "RFC 5280 section 4.2.1.9; unconstrained intermediates of 2015",
                Severity.WARNING,
                "An intermediate has pathLenConstraint");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        boolean limited = certificate
                .extensions()
                .basicConstraints()
                .flatMap(BasicConstraintsView::pathLength)
                .isPresent();
        if (certificate.isAuthority() && !certificate.isSelfIssued() && !limited) {
            report.add(
                    "basicConstraints", "an intermediate without pathLenConstraint can make authorities without end");
        }
    }
}

package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.math.BigInteger;
import java.util.Optional;

/** The pathLenConstraint of an authority is smaller than its issuer's. */
final class PathLengthShrinks extends CertificateRule {
    PathLengthShrinks() {
        super(
                "internal.path-length-shrinks",
                "RFC 5280 section 6.1.4 (m)",
                Severity.WARNING,
                "The pathLenConstraint of an authority is smaller than its issuer's");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<BigInteger> mine =
                certificate.extensions().basicConstraints().flatMap(BasicConstraintsView::pathLength);
        Optional<BigInteger> above = context.issuer()
                .flatMap(issuer -> issuer.extensions().basicConstraints())
                .flatMap(BasicConstraintsView::pathLength);
        if (mine.isPresent()
                && above.isPresent()
                && mine.get().compareTo(above.get()) >= 0
                && !certificate.isSelfIssued()) {
            report.add("basicConstraints", "pathLenConstraint " + mine.get() + " under an issuer with " + above.get());
        }
    }
}

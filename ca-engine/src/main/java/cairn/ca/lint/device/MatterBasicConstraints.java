package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.math.BigInteger;
import java.util.Optional;

/** basicConstraints is critical; a DAC is no authority, a PAI has path length 0, a PAA none or 1. */
final class MatterBasicConstraints extends CertificateRule {
    MatterBasicConstraints() {
        super(
                "matter.basic-constraints",
                "Matter core specification sections 6.2.2.3 to 6.2.2.5",
                Severity.ERROR,
                "basicConstraints is critical; a DAC is no authority, a PAI has path length 0, a PAA none or 1");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context)) {
            return;
        }
        Optional<BasicConstraintsView> constraints = certificate.extensions().basicConstraints();
        int length = constraints
                .flatMap(BasicConstraintsView::pathLength)
                .map(each -> each.min(BigInteger.TEN).intValue())
                .orElse(-1);
        boolean shape = context.has(LintTag.MATTER_DAC)
                ? !certificate.isAuthority() && length == -1
                : certificate.isAuthority()
                        && (context.has(LintTag.MATTER_PAI) ? length == 0 : length == -1 || length == 1);
        if (constraints.isEmpty() || !certificate.extensions().isCritical(Oid.BASIC_CONSTRAINTS) || !shape) {
            report.add("basicConstraints", "missing, not critical, or not of the form for this kind of certificate");
        }
    }
}

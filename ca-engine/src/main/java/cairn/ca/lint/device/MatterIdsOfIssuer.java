package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.NameView;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** Vendor and product are those of the issuer, as far as it names them. */
final class MatterIdsOfIssuer extends CertificateRule {
    MatterIdsOfIssuer() {
        super(
                "matter.ids-of-issuer",
                "Matter core specification section 6.2.3.1",
                Severity.ERROR,
                "Vendor and product are those of the issuer, as far as it names them");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context) || context.issuer().isEmpty()) {
            return;
        }
        NameView issuer = context.issuer().get().subject();
        check("vendor", MatterIds.vendor(issuer), MatterIds.vendor(certificate.subject()), report);
        check("product", MatterIds.product(issuer), MatterIds.product(certificate.subject()), report);
    }

    private static void check(String what, Optional<String> above, Optional<String> here, Report report) {
        if (above.isPresent() && here.isPresent() && !above.equals(here)) {
            report.add("subject", "the " + what + " " + here.get() + " is not the issuer's " + above.get());
        }
    }
}

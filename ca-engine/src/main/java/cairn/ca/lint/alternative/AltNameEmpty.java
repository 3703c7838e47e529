package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;
import java.util.List;

/** A GeneralName is not empty. */
final class AltNameEmpty extends CertificateRule {
    AltNameEmpty() {
        super(
                "rfc5280.alt-name-empty",
                "RFC 5280 sections 4.2.1.6 and 4.2.1.7",
                Severity.ERROR,
                "A GeneralName is not empty");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.reportAny(certificate, report, "is an empty name", name -> {
            if (name.element().length() == 0) {
                return true;
            }
            if (!name.is(GeneralNameView.DIRECTORY)) {
                return false;
            }
            List<Element> inner = name.element().childrenOrNone();
            return inner.size() == 1 && inner.get(0).length() == 0;
        });
    }
}

package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.x509.Severity;
import java.util.List;

/** No extension occurs twice. */
final class ExtensionTwice extends CertificateRule {
    ExtensionTwice() {
        super("rfc5280.extension-twice", "RFC 5280 section 4.2", Severity.ERROR, "No extension occurs twice");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<ExtensionView> all = certificate.extensions().all();
        for (int i = 1; i < all.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (all.get(i).oid().equals(all.get(k).oid())) {
                    report.add("extension " + all.get(i).oid(), "occurs more than once");
                    break;
                }
            }
        }
    }
}

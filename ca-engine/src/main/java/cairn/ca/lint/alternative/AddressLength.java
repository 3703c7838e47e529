package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** An iPAddress has 4 or 16 octets. */
final class AddressLength extends CertificateRule {
    AddressLength() {
        super("rfc5280.address-length", "RFC 5280 section 4.2.1.6", Severity.ERROR, "An iPAddress has 4 or 16 octets");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.reportAny(certificate, report, "is not 4 or 16 octets long", name -> {
            int length = name.element().length();
            return name.is(GeneralNameView.IP) && length != 4 && length != 16;
        });
    }
}

package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A mail address in the subject also stands in the subjectAltName. */
final class MailInAlternative extends CertificateRule {
    MailInAlternative() {
        super(
                "rfc5280.mail-in-alternative",
                "RFC 5280 section 4.1.2.6",
                Severity.ERROR,
                "A mail address in the subject also stands in the subjectAltName");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (AttributeView attribute : certificate.subject().attributes()) {
            if (attribute.oid().equals(Oid.EMAIL_ADDRESS) && !isAlternative(attribute.text(), certificate)) {
                report.add(
                        "subject emailAddress",
                        "'" + attribute.text() + "' is not an rfc822Name of the subjectAltName");
            }
        }
    }

    private static boolean isAlternative(String address, CertificateView certificate) {
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            if (name.is(GeneralNameView.MAIL) && name.text().equalsIgnoreCase(address)) {
                return true;
            }
        }
        return false;
    }
}

package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** The bits of a key are whole octets. */
final class KeyBitsWhole extends CertificateRule {
    KeyBitsWhole() {
        super(
                "rfc5280.key-bits-whole",
                "RFC 5280 section 4.1.2.7; RFC 3279 section 2.3",
                Severity.ERROR,
                "The bits of a key are whole octets");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.key().bits().octet(0) != 0) {
            report.add("subjectPublicKeyInfo", "the BIT STRING has unused bits");
        }
    }
}

package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.HostName;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** A host name in the common name of a TLS server also stands in the subjectAltName. */
final class CommonNameInAlternative extends CertificateRule {
    CommonNameInAlternative() {
        super(
                "internal.common-name-in-alternative",
                "CA/Browser Forum TLS BR section 7.1.4.3",
                Severity.WARNING,
                "A host name in the common name of a TLS server also stands in the subjectAltName");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority()
                || !certificate.extensions().extendedKeyUsage().contains(Oid.KP_SERVER_AUTH)) {
            return;
        }
        Optional<AttributeView> common = certificate.subject().first(Oid.COMMON_NAME);
        if (common.isEmpty() || !HostName.isFullyQualified(common.get().text())) {
            return;
        }
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            if (name.text().equalsIgnoreCase(common.get().text())) {
                return;
            }
        }
        report.add("subject commonName", "'" + common.get().text() + "' is not among the alternative names");
    }
}

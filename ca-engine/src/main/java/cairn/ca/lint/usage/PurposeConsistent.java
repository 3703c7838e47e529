package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Map;

/** Each purpose has a bit of keyUsage that makes it possible. */
final class PurposeConsistent extends CertificateRule {
    private static final int SIGNS = KeyUsageView.DIGITAL_SIGNATURE | KeyUsageView.NON_REPUDIATION;
    private static final Map<String, Integer> NEEDED = Map.of(
            Oid.KP_SERVER_AUTH,
            KeyUsageView.DIGITAL_SIGNATURE | KeyUsageView.KEY_ENCIPHERMENT | KeyUsageView.KEY_AGREEMENT,
            Oid.KP_CLIENT_AUTH,
            KeyUsageView.DIGITAL_SIGNATURE | KeyUsageView.KEY_AGREEMENT,
            Oid.KP_CODE_SIGNING,
            KeyUsageView.DIGITAL_SIGNATURE,
            Oid.KP_EMAIL_PROTECTION,
            SIGNS | KeyUsageView.KEY_ENCIPHERMENT | KeyUsageView.KEY_AGREEMENT,
            Oid.KP_TIME_STAMPING,
            SIGNS,
            Oid.KP_OCSP_SIGNING,
            SIGNS);

    PurposeConsistent() {
        super(
                "rfc5280.purpose-consistent",
                "RFC 5280 sections 4.2.1.12 and 4.2.1.3",
                Severity.ERROR,
                "Each purpose has a bit of keyUsage that makes it possible");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            for (String purpose : certificate.extensions().extendedKeyUsage()) {
                int needed = NEEDED.getOrDefault(purpose, -1);
                if (!certificate.isAuthority() && !usage.hasAny(needed)) {
                    report.add(
                            "extKeyUsage " + purpose, "keyUsage '" + usage.words(-1) + "' does not allow this purpose");
                }
            }
        });
    }
}

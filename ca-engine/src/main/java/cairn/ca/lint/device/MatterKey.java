package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** Matter attestation uses keys on P-256 and ECDSA with SHA-256. */
final class MatterKey extends CertificateRule {
    MatterKey() {
        super(
                "matter.key",
                "Matter core specification sections 6.2.2.3 to 6.2.2.5",
                Severity.ERROR,
                "Matter attestation uses keys on P-256 and ECDSA with SHA-256");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context)) {
            return;
        }
        if (!certificate.key().namedCurve().orElse("").equals(Oid.P256)) {
            report.add("subjectPublicKeyInfo", "not a key on P-256");
        }
        if (!certificate.innerAlgorithm().oid().equals(Oid.ECDSA_WITH_SHA256)) {
            report.add("signature", "not ecdsa-with-SHA256");
        }
    }
}

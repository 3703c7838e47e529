package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** HashML-DSA is no key for an authority, a list or a responder. */
final class HashMlDsaAuthority extends CertificateRule {
    HashMlDsaAuthority() {
        super(
                "rfc9881.hash-ml-dsa-authority",
                "RFC 9881 section 8.3",
                Severity.ERROR,
                "HashML-DSA is no key for an authority, a list or a responder");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        boolean signsForPki = certificate.isAuthority()
                || certificate
                        .extensions()
                        .keyUsage()
                        .map(usage -> usage.hasAny(KeyUsageView.KEY_CERT_SIGN | KeyUsageView.CRL_SIGN))
                        .orElse(false)
                || certificate.extensions().extendedKeyUsage().contains(Oid.KP_OCSP_SIGNING);
        if (certificate.key().isHashMlDsa() && signsForPki) {
            report.add("subjectPublicKeyInfo", "a HashML-DSA key that signs certificates, lists or OCSP answers");
        }
    }
}

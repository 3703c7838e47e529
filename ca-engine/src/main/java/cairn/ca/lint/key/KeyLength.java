package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Map;

/** A key of fixed length has that length. */
final class KeyLength extends CertificateRule {
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry(Oid.X25519, 32),
            Map.entry(Oid.X448, 56),
            Map.entry(Oid.ED25519, 32),
            Map.entry(Oid.ED448, 57),
            Map.entry(Oid.NIST_SIGNATURES + 17, 1312),
            Map.entry(Oid.NIST_SIGNATURES + 18, 1952),
            Map.entry(Oid.NIST_SIGNATURES + 19, 2592),
            Map.entry(Oid.NIST_SIGNATURES + 20, 32),
            Map.entry(Oid.NIST_SIGNATURES + 21, 32),
            Map.entry(Oid.NIST_SIGNATURES + 22, 48),
            Map.entry(Oid.NIST_SIGNATURES + 23, 48),
            Map.entry(Oid.NIST_SIGNATURES + 24, 64),
            Map.entry(Oid.NIST_SIGNATURES + 25, 64),
            Map.entry(Oid.NIST_SIGNATURES + 26, 32),
            Map.entry(Oid.NIST_SIGNATURES + 27, 32),
            Map.entry(Oid.NIST_SIGNATURES + 28, 48),
            Map.entry(Oid.NIST_SIGNATURES + 29, 48),
            Map.entry(Oid.NIST_SIGNATURES + 30, 64),
            Map.entry(Oid.NIST_SIGNATURES + 31, 64),
            Map.entry(Oid.NIST_KEMS + 1, 800),
            Map.entry(Oid.NIST_KEMS + 2, 1184),
            Map.entry(Oid.NIST_KEMS + 3, 1568));

    KeyLength() {
        super(
                "fips204.key-length",
                "RFC 9881 section 4; RFC 9909 section 5; RFC 9935 section 4; RFC 8410 section 4",
                Severity.ERROR,
                "A key of fixed length has that length");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        int length = certificate.key().bits().length() - 1;
        int expected = LENGTHS.getOrDefault(certificate.key().algorithm().oid(), length);
        if (length != expected) {
            report.add("subjectPublicKeyInfo", length + " octets instead of " + expected);
        }
    }
}

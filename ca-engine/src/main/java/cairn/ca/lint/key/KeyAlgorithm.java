package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Set;

/** The key is of an algorithm that an authority certifies. */
final class KeyAlgorithm extends CertificateRule {
    private static final Set<String> CURVES = Set.of(Oid.ED25519, Oid.ED448, Oid.X25519, Oid.X448);

    KeyAlgorithm() {
        super(
                "internal.key-algorithm",
                "NIST SP 800-57 part 1; FIPS 186-5",
                Severity.ERROR,
                "The key is of an algorithm that an authority certifies");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        KeyView key = certificate.key();
        boolean known = key.isRsa()
                || key.isEc()
                || key.mlDsa() != 0
                || key.isHashMlDsa()
                || key.isSlhDsa()
                || key.isMlKem()
                || CURVES.contains(key.algorithm().oid());
        if (!known) {
            report.add("subjectPublicKeyInfo", "algorithm " + key.algorithm().oid() + " is not certified here");
        }
    }
}

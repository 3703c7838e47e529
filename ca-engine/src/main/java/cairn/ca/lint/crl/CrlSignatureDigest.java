package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Set;

/** Nothing is signed with SHA-1 or an older digest. */
final class CrlSignatureDigest extends CrlRule {
    private static final Set<String> BROKEN = Set.of(
            "1.2.840.113549.1.1.2",
            "1.2.840.113549.1.1.3",
            "1.2.840.113549.1.1.4",
            "1.2.840.113549.1.1.5",
            Oid.ECDSA_WITH_SHA1,
            "1.2.840.10040.4.3",
            "1.3.14.3.2.29");

    CrlSignatureDigest() {
        super(
                "internal.crl-signature-digest",
                "NIST SP 800-131A; CA/Browser Forum TLS BR section 7.1.3.2",
                Severity.ERROR,
                "Nothing is signed with SHA-1 or an older digest");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (BROKEN.contains(list.innerAlgorithm().oid())) {
            report.add("signature", "algorithm " + list.innerAlgorithm().oid() + " uses a broken digest");
        }
    }
}

package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** Both signature algorithm fields are the same. */
final class CrlSignatureAlgorithmMatch extends CrlRule {
    CrlSignatureAlgorithmMatch() {
        super(
                "rfc5280.crl-signature-algorithm-match",
                "RFC 5280 section 5.1.1.2",
                Severity.ERROR,
                "Both signature algorithm fields are the same");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (!list.innerAlgorithm().element().sameBytes(list.outerAlgorithm().element())) {
            report.add("signatureAlgorithm", "not the octets of tbsCertList.signature");
        }
    }
}

package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.util.List;

/** No algorithm is a draft of the post-quantum competition. */
final class Round3Algorithm extends CertificateRule {
    /** The arcs of IBM, Bouncy Castle and Open Quantum Safe under which the drafts were tried. */
    private static final List<String> DRAFTS = List.of("1.3.6.1.4.1.2.267.", "1.3.6.1.4.1.22554.5.", "1.3.9999.");

    Round3Algorithm() {
        super(
                "internal.round-3-algorithm",
                "FIPS 203, 204 and 205; RFC 9881 section 2",
                Severity.ERROR,
                "No algorithm is a draft of the post-quantum competition");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        check("subjectPublicKeyInfo", certificate.key().algorithm().oid(), report);
        check("signatureAlgorithm", certificate.innerAlgorithm().oid(), report);
    }

    private static void check(String where, String oid, Report report) {
        for (String arc : DRAFTS) {
            if (oid.startsWith(arc)) {
                report.add(where, oid + " is a draft algorithm that no standard knows");
            }
        }
    }
}

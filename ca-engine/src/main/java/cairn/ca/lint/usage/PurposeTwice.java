package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import java.util.HashSet;
import java.util.List;

<<<<<<< HEAD
/** No purpose occurs twice in extKeyUsage. */
final class PurposeTwice extends CertificateRule {
    PurposeTwice() {
        super(
                "rfc5280.purpose-twice",
                "RFC 5280 section 4.2.1.12",
                Severity.WARNING,
                "No purpose occurs twice in extKeyUsage");
=======
/** No purpose occurs twice in extKeyUsage (RFC 5280 section 4.2.1.12). */
public final class PurposeTwice implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.purpose-twice",
            "RFC 5280 section 4.2.1.12",
            Severity.WARNING,
            "No purpose occurs twice in extKeyUsage");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<String> purposes = certificate.extensions().extendedKeyUsage();
        if (purposes.size() > 1 && new HashSet<>(purposes).size() < purposes.size()) {
            report.add("extKeyUsage", "a purpose occurs more than once");
        }
    }
}

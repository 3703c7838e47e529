package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Tag;

/** A PrintableString holds only its own alphabet (RFC 5280 appendix B). */
public final class PrintableAlphabet implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.printable-alphabet",
            "RFC 5280 appendix B; X.680 section 41.4",
            Severity.ERROR,
            "A PrintableString holds only its own alphabet");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Attributes.report(
                certificate,
                report,
                "has characters that a PrintableString cannot hold",
                attribute -> attribute.value().is(Tag.PRINTABLE_STRING) && !isPrintable(attribute.text()));
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && " '()+,-./:=?".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}

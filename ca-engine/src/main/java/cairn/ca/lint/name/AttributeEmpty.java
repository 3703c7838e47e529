package cairn.ca.lint.name;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.AttributeView;

<<<<<<< HEAD
/** An attribute has a value. */
final class AttributeEmpty extends AttributeRule {
    AttributeEmpty() {
        super(
                "rfc5280.attribute-empty",
                "RFC 5280 appendix A.1 (DirectoryString has at least one character)",
                Severity.ERROR,
                "An attribute has a value",
                "is an empty value");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return attribute.value().length() == 0;
=======
/** An attribute has a value (RFC 5280 appendix A.1 (DirectoryString has at least one character)). */
public final class AttributeEmpty implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.attribute-empty",
            "RFC 5280 appendix A.1 (DirectoryString has at least one character)",
            Severity.ERROR,
            "An attribute has a value");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Attributes.report(
                certificate,
                report,
                "is an empty value",
                attribute -> attribute.value().length() == 0);
>>>>>>> authority
    }
}

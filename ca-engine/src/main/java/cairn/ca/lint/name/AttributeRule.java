package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.NameView;
import cairn.ca.x509.Severity;

/** A rule that asks one question of every attribute of issuer and subject. */
abstract class AttributeRule extends CertificateRule {
    private final String objection;

    /** The last argument is what is wrong with a bad attribute, to follow its value in the finding. */
    AttributeRule(String id, String clause, Severity severity, String words, String objection) {
        super(id, clause, severity, words);
        this.objection = objection;
    }

    /** Whether an attribute is against the rule. */
    abstract boolean isBad(AttributeView attribute);

    @Override
    public final void check(CertificateView certificate, LintContext context, Report report) {
        check("issuer", certificate.issuer(), report);
        check("subject", certificate.subject(), report);
    }

    private void check(String where, NameView name, Report report) {
        for (AttributeView attribute : name.attributes()) {
            if (isBad(attribute)) {
                report.add(where + " " + attribute.oid(), "'" + shorten(attribute.text()) + "' " + objection);
            }
        }
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}

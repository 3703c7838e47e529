package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** A rule that asks one question of every dNSName of subject and issuer. */
abstract class DnsNameRule extends CertificateRule {
    private final String objection;

    /** The last argument is what is wrong with a bad name, to follow the name in the finding. */
    DnsNameRule(String id, String clause, Severity severity, String words, String objection) {
        super(id, clause, severity, words);
        this.objection = objection;
    }

    /** Whether a name is against the rule. */
    abstract boolean isBad(String name);

    @Override
    public final void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(certificate, GeneralNameView.DNS, report, objection, this::isBad);
    }
}

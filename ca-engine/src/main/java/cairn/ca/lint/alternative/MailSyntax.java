package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.Mailbox;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** An rfc822Name is an address without name, brackets or comment. */
final class MailSyntax extends CertificateRule {
    MailSyntax() {
        super(
                "rfc5280.mail-syntax",
                "RFC 5280 section 4.2.1.6; RFC 5321 section 4.1.2",
                Severity.ERROR,
                "An rfc822Name is an address without name, brackets or comment");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(
                certificate,
                GeneralNameView.MAIL,
                report,
                "is not a mail address",
                name -> !name.isEmpty() && !Mailbox.isAddress(name));
    }
}

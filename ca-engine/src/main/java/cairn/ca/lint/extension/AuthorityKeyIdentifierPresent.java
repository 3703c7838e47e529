package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** authorityKeyIdentifier with a keyIdentifier is there, except in self-signed authorities. */
final class AuthorityKeyIdentifierPresent extends CertificateRule {
    AuthorityKeyIdentifierPresent() {
        super(
                "rfc5280.aki-present",
                "RFC 5280 section 4.2.1.1",
                Severity.ERROR,
                "authorityKeyIdentifier with a keyIdentifier is there, except in self-signed authorities");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        boolean there = certificate
                .extensions()
                .authorityKeyIdentifier()
                .map(aki -> aki.keyIdentifier().isPresent())
                .orElse(false);
        if (!there && !(certificate.isSelfIssued() && certificate.isAuthority())) {
            report.add("authorityKeyIdentifier", "there is no keyIdentifier");
        }
    }
}

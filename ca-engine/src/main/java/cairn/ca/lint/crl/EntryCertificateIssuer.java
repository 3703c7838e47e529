package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** certificateIssuer is critical and stands only in an indirect list. */
final class EntryCertificateIssuer extends CrlEntryRule {
    EntryCertificateIssuer() {
        super(
                "rfc5280.crl-entry-certificate-issuer",
                "RFC 5280 section 5.3.3",
                Severity.ERROR,
                "certificateIssuer is critical and stands only in an indirect list");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        boolean indirect =
                list.issuingDistributionPoint().map(point -> point.indirect()).orElse(false);
        if (entry.extensions().has(Oid.CERTIFICATE_ISSUER)
                && (!indirect || !entry.extensions().isCritical(Oid.CERTIFICATE_ISSUER))) {
            report.add(entry.where(), "certificateIssuer is not critical, or the list is not indirect");
        }
    }
}

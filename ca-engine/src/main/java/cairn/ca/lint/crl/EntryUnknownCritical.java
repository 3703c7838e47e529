package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A critical extension of an entry is one that readers know. */
final class EntryUnknownCritical extends CrlEntryRule {
    EntryUnknownCritical() {
        super(
                "rfc5280.crl-entry-unknown-critical",
                "RFC 5280 section 5.3",
                Severity.ERROR,
                "A critical extension of an entry is one that readers know");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        for (ExtensionView extension : entry.extensions().all()) {
            if (extension.isCritical() && !extension.oid().equals(Oid.CERTIFICATE_ISSUER)) {
                report.add(entry.where(), "extension " + extension.oid() + " is critical");
            }
        }
    }
}

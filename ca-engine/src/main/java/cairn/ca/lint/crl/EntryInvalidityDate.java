package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** invalidityDate is a GeneralizedTime. */
final class EntryInvalidityDate extends CrlEntryRule {
    EntryInvalidityDate() {
        super(
                "rfc5280.crl-entry-invalidity-date",
                "RFC 5280 section 5.3.2",
                Severity.ERROR,
                "invalidityDate is a GeneralizedTime");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        entry.extensions().find(Oid.INVALIDITY_DATE).ifPresent(extension -> {
            if (!extension.value().map(value -> value.is(Tag.GENERALIZED_TIME)).orElse(false)) {
                report.add(entry.where(), "invalidityDate is not a GeneralizedTime");
            }
        });
    }
}

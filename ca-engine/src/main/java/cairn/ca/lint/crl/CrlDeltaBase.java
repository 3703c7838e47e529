package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** The base of a delta is an older list. */
final class CrlDeltaBase extends CrlRule {
    CrlDeltaBase() {
        super(
                "rfc5280.crl-delta-base",
                "RFC 5280 section 5.2.4",
                Severity.ERROR,
                "The base of a delta is an older list");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        Optional<Element> base = list.extensions().find(Oid.DELTA_CRL_INDICATOR).flatMap(ExtensionView::value);
        Optional<Element> number = list.number();
        if (base.isEmpty() || number.isEmpty()) {
            return;
        }
        try {
            if (!base.get().is(Tag.INTEGER)
                    || base.get().integer().compareTo(number.get().integer()) >= 0) {
                report.add("deltaCRLIndicator", "the base is not older than the delta");
            }
        } catch (MalformedException e) {
            report.add("deltaCRLIndicator", "not a number");
        }
    }
}

package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** cRLNumber is not negative, has at most 20 octets and is not critical. */
final class CrlNumberRange extends CrlRule {
    private static final int MAX_OCTETS = 20;

    CrlNumberRange() {
        super(
                "rfc5280.crl-number-range",
                "RFC 5280 section 5.2.3; CA/Browser Forum TLS BR section 7.2",
                Severity.ERROR,
                "cRLNumber is not negative, has at most 20 octets and is not critical");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        list.number().ifPresent(number -> {
            if (number.length() > MAX_OCTETS || number.octet(0) >= 0x80) {
                report.add("cRLNumber", "negative or longer than 20 octets");
            }
        });
        if (list.extensions().isCritical(Oid.CRL_NUMBER)) {
            report.add("cRLNumber", "is critical");
        }
    }
}

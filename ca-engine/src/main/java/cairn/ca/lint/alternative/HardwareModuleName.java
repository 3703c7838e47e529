package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Severity;
import java.util.List;

/** A hardwareModuleName is a type and a serial number. */
final class HardwareModuleName extends CertificateRule {
    HardwareModuleName() {
        super(
                "rfc4108.hardware-module-name",
                "RFC 4108 section 5",
                Severity.ERROR,
                "A hardwareModuleName is a type and a serial number");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.reportAny(certificate, report, "is not a hardwareModuleName", name -> {
            List<Element> parts =
                    name.is(GeneralNameView.OTHER) ? name.element().childrenOrNone() : List.of();
            return parts.size() == 2 && isHardwareModuleName(parts.get(0)) && !isProper(parts.get(1));
        });
    }

    private static boolean isHardwareModuleName(Element type) {
        try {
            return type.oid().equals(Oid.HARDWARE_MODULE_NAME);
        } catch (MalformedException e) {
            return false;
        }
    }

    private static boolean isProper(Element explicit) {
        List<Element> value = explicit.childrenOrNone();
        List<Element> parts = value.size() == 1 ? value.get(0).childrenOrNone() : List.of();
        return parts.size() == 2
                && parts.get(0).is(Tag.OBJECT_IDENTIFIER)
                && parts.get(1).is(Tag.OCTET_STRING)
                && parts.get(1).length() > 0;
    }
}

package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Severity;
import java.util.List;

/** The subjectAltName of a device identifier, if there is one, holds a hardwareModuleName. */
final class DevidHardwareName extends CertificateRule {
    DevidHardwareName() {
        super(
                "devid.hardware-name",
                "IEEE 802.1AR-2018 section 8.10.4",
                Severity.WARNING,
                "The subjectAltName of a device identifier, if there is one, holds a hardwareModuleName");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!context.has(LintTag.IDEVID)
                || certificate.extensions().subjectAltNames().isEmpty()) {
            return;
        }
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            List<Element> parts =
                    name.is(GeneralNameView.OTHER) ? name.element().childrenOrNone() : List.of();
            if (!parts.isEmpty() && isHardwareModuleName(parts.get(0))) {
                return;
            }
        }
        report.add("subjectAltName", "no hardwareModuleName");
    }

    private static boolean isHardwareModuleName(Element type) {
        try {
            return type.oid().equals(Oid.HARDWARE_MODULE_NAME);
        } catch (MalformedException e) {
            return false;
        }
    }
}

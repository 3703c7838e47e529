package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class DeviceRules {
    private DeviceRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new MatterKey(),
                new MatterBasicConstraints(),
                new MatterKeyUsage(),
                new MatterKeyIdentifiers(),
                new MatterVendorId(),
                new MatterProductId(),
                new MatterIdsOfIssuer(),
                new MatterSize(),
                new DevidUsage(),
                new DevidHardwareName(),
                new DevidForever(),
                new DevidSubjectKeyIdentifier());
    }
}

package cairn.ca.x509;

import java.util.Map;

/** The names that the standards give to extensions. */
public final class ExtensionTitle {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("2.5.29.9", "subjectDirectoryAttributes"),
            Map.entry("2.5.29.14", "subjectKeyIdentifier"),
            Map.entry("2.5.29.15", "keyUsage"),
            Map.entry("2.5.29.16", "privateKeyUsagePeriod"),
            Map.entry("2.5.29.17", "subjectAltName"),
            Map.entry("2.5.29.18", "issuerAltName"),
            Map.entry("2.5.29.19", "basicConstraints"),
            Map.entry("2.5.29.20", "cRLNumber"),
            Map.entry("2.5.29.21", "reasonCode"),
            Map.entry("2.5.29.24", "invalidityDate"),
            Map.entry("2.5.29.27", "deltaCRLIndicator"),
            Map.entry("2.5.29.28", "issuingDistributionPoint"),
            Map.entry("2.5.29.29", "certificateIssuer"),
            Map.entry("2.5.29.30", "nameConstraints"),
            Map.entry("2.5.29.31", "cRLDistributionPoints"),
            Map.entry("2.5.29.32", "certificatePolicies"),
            Map.entry("2.5.29.33", "policyMappings"),
            Map.entry("2.5.29.35", "authorityKeyIdentifier"),
            Map.entry("2.5.29.36", "policyConstraints"),
            Map.entry("2.5.29.37", "extKeyUsage"),
            Map.entry("2.5.29.46", "freshestCRL"),
            Map.entry("2.5.29.54", "inhibitAnyPolicy"),
            Map.entry("2.5.29.56", "noRevAvail"),
            Map.entry("2.5.29.60", "expiredCertsOnCRL"),
            Map.entry("1.3.6.1.5.5.7.1.1", "authorityInfoAccess"),
            Map.entry("1.3.6.1.5.5.7.1.11", "subjectInfoAccess"),
            Map.entry("1.3.6.1.5.5.7.1.24", "tlsFeature"),
            Map.entry("1.3.6.1.5.5.7.48.1.5", "ocspNoCheck"),
            Map.entry("1.3.6.1.4.1.11129.2.4.2", "signedCertificateTimestamps"),
            Map.entry("1.3.6.1.4.1.11129.2.4.3", "precertificatePoison"));

    private ExtensionTitle() {}

    /** The name, or the dotted numbers where there is none. */
    public static String of(String oid) {
        return TITLES.getOrDefault(oid, oid);
    }
}

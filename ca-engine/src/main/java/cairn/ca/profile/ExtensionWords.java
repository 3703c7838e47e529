package cairn.ca.profile;

import cairn.ca.x509.Der;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The values of extensions in the words of a profile, for comparisons. */
final class ExtensionWords {
    private static final int MOST_NAMES = 50;
    private static final int MOST_OCTETS = 48;

    private ExtensionWords() {}

    /** Value and criticality. */
    static String of(Extension extension) {
        String value;
        try {
            Der.requireDer(extension.getExtnValue().getOctets());
            value = value(extension.getExtnId(), extension.getParsedValue());
        } catch (MalformedException | RuntimeException e) {
            value = "cannot be read: " + octets(extension.getExtnValue().getOctets());
        }
        return (extension.isCritical() ? "critical: " : "") + PlainText.escape(value);
    }

    private static String value(ASN1ObjectIdentifier oid, ASN1Encodable value) throws MalformedException {
        if (oid.equals(Extension.basicConstraints)) {
            return constraints(BasicConstraints.getInstance(value));
        }
        if (oid.equals(Extension.keyUsage)) {
            return usage(KeyUsage.getInstance(value));
        }
        if (oid.equals(Extension.extendedKeyUsage)) {
            return Arrays.stream(ExtendedKeyUsage.getInstance(value).getUsages())
                    .map(KeyPurposeId::toOID)
                    .map(KeyWords::purpose)
                    .collect(Collectors.joining(", "));
        }
        if (oid.equals(Extension.subjectAlternativeName)) {
            return names(GeneralNames.getInstance(value));
        }
        if (oid.equals(Extension.subjectKeyIdentifier)) {
            return HexFormat.of().formatHex(ASN1OctetString.getInstance(value).getOctets());
        }
        if (oid.equals(Extension.authorityKeyIdentifier)) {
            byte[] id = AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets();
            return id == null ? "no key identifier" : HexFormat.of().formatHex(id);
        }
        return places(oid, value);
    }

    private static String places(ASN1ObjectIdentifier oid, ASN1Encodable value) throws MalformedException {
        if (oid.equals(Extension.certificatePolicies)) {
            return Arrays.stream(CertificatePolicies.getInstance(value).getPolicyInformation())
                    .map(policy -> policy.getPolicyIdentifier().getId())
                    .collect(Collectors.joining(", "));
        }
        if (oid.equals(Extension.cRLDistributionPoints)) {
            return Arrays.stream(CRLDistPoint.getInstance(value).getDistributionPoints())
                    .map(point -> point.getDistributionPoint() == null
                            ? "no address"
                            : String.valueOf(point.getDistributionPoint().getName())
                                    .replaceAll("\\s+", " ")
                                    .strip())
                    .collect(Collectors.joining(", "));
        }
        if (oid.equals(Extension.authorityInfoAccess)) {
            return Arrays.stream(AuthorityInformationAccess.getInstance(value).getAccessDescriptions())
                    .map(access -> access.getAccessMethod().getId() + " "
                            + access.getAccessLocation().getName())
                    .collect(Collectors.joining(", "));
        }
        if (oid.equals(ConstantExtensions.NO_REV_AVAIL) || oid.equals(ConstantExtensions.OCSP_NOCHECK)) {
            return "present";
        }
        return octets(DerParts.encode(value));
    }

    private static String constraints(BasicConstraints constraints) {
        if (!constraints.isCA()) {
            return "no authority";
        }
        return constraints.getPathLenConstraint() == null
                ? "authority"
                : "authority, path length " + constraints.getPathLenConstraint();
    }

    private static String usage(KeyUsage usage) {
        return KeyWords.USAGES.entrySet().stream()
                .filter(entry -> usage.hasUsages(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String names(GeneralNames names) throws MalformedException {
        GeneralName[] all = names.getNames();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(all.length, MOST_NAMES); i++) {
            shown.add(AlternativeName.of(all[i]).toString());
        }
        return String.join(", ", shown)
                + (all.length > MOST_NAMES ? ", and " + (all.length - MOST_NAMES) + " more" : "");
    }

    private static String octets(byte[] octets) {
        String hex = HexFormat.of().formatHex(octets, 0, Math.min(octets.length, MOST_OCTETS));
        return octets.length + " octets " + hex + (octets.length > MOST_OCTETS ? "..." : "");
    }
}

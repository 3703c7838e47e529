package cairn.ca.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The words for key usages and key purposes (RFC 5280 sections 4.2.1.3 and 4.2.1.12). */
final class KeyWords {
    /** Bit by name, in the order of the bits. */
    static final Map<String, Integer> USAGES = usages();

    private static final Map<String, ASN1ObjectIdentifier> PURPOSES = purposes();

    private KeyWords() {}

    /** The purpose that a word or an object identifier names. */
    static Optional<ASN1ObjectIdentifier> purpose(String text) {
        ASN1ObjectIdentifier known = PURPOSES.get(text);
        return known != null ? Optional.of(known) : ObjectIds.parse(text);
    }

    /** The word for a purpose, or its object identifier. */
    static String purpose(ASN1ObjectIdentifier oid) {
        return PURPOSES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(oid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(oid.getId());
    }

    /** What to write for a purpose. */
    static String expectedPurpose() {
        return "an object identifier or one of: " + String.join(", ", PURPOSES.keySet());
    }

    private static Map<String, Integer> usages() {
        Map<String, Integer> usages = new LinkedHashMap<>();
        usages.put("digitalSignature", KeyUsage.digitalSignature);
        usages.put("contentCommitment", KeyUsage.nonRepudiation);
        usages.put("keyEncipherment", KeyUsage.keyEncipherment);
        usages.put("dataEncipherment", KeyUsage.dataEncipherment);
        usages.put("keyAgreement", KeyUsage.keyAgreement);
        usages.put("keyCertSign", KeyUsage.keyCertSign);
        usages.put("cRLSign", KeyUsage.cRLSign);
        usages.put("encipherOnly", KeyUsage.encipherOnly);
        usages.put("decipherOnly", KeyUsage.decipherOnly);
        return Collections.unmodifiableMap(usages);
    }

    private static Map<String, ASN1ObjectIdentifier> purposes() {
        Map<String, ASN1ObjectIdentifier> purposes = new LinkedHashMap<>();
        purposes.put("serverAuth", KeyPurposeId.id_kp_serverAuth.toOID());
        purposes.put("clientAuth", KeyPurposeId.id_kp_clientAuth.toOID());
        purposes.put("codeSigning", KeyPurposeId.id_kp_codeSigning.toOID());
        purposes.put("emailProtection", KeyPurposeId.id_kp_emailProtection.toOID());
        purposes.put("timeStamping", KeyPurposeId.id_kp_timeStamping.toOID());
        purposes.put("OCSPSigning", KeyPurposeId.id_kp_OCSPSigning.toOID());
        // RFC 4945 section 5.1.3.12
        purposes.put("ipsecIKE", new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.17"));
        purposes.put("documentSigning", new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));
        purposes.put("anyExtendedKeyUsage", KeyPurposeId.anyExtendedKeyUsage.toOID());
        return Collections.unmodifiableMap(purposes);
    }
}

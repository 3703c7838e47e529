package cairn.ca.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;

/** Builds the extensions whose octets are the same in every certificate of a profile. */
final class ConstantExtensions {
    /** id-ce-noRevAvail (RFC 9608 section 2). */
    static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56");

    /** id-pkix-ocsp-nocheck (RFC 6960 section 4.2.2.2.1). */
    static final ASN1ObjectIdentifier OCSP_NOCHECK = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.5");

    private ConstantExtensions() {}

    /** keyUsage, always critical. */
    static EncodedExtension keyUsage(Set<String> usages) {
        int bits = 0;
        for (Map.Entry<String, Integer> usage : KeyWords.USAGES.entrySet()) {
            bits |= usages.contains(usage.getKey()) ? usage.getValue() : 0;
        }
        return EncodedExtension.of(Extension.keyUsage, true, new KeyUsage(bits));
    }

    /** extKeyUsage. */
    static EncodedExtension extendedKeyUsage(List<ASN1ObjectIdentifier> purposes, boolean critical) {
        KeyPurposeId[] ids = purposes.stream().map(KeyPurposeId::getInstance).toArray(KeyPurposeId[]::new);
        return EncodedExtension.of(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(ids));
    }

    /** A policy and where its practice statement is found. */
    record Policy(ASN1ObjectIdentifier oid, Optional<String> statement) {}

    /** certificatePolicies (RFC 5280 section 4.2.1.4). */
    static EncodedExtension policies(List<Policy> policies, boolean critical) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        for (Policy policy : policies) {
            all.add(policy.statement()
                    .map(url -> new PolicyInformation(policy.oid(), new DERSequence(new PolicyQualifierInfo(url))))
                    .orElseGet(() -> new PolicyInformation(policy.oid())));
        }
        return EncodedExtension.of(Extension.certificatePolicies, critical, new DERSequence(all));
    }

    /** An extension whose value is NULL and which is not critical. */
    static EncodedExtension marker(ASN1ObjectIdentifier oid) {
        return EncodedExtension.of(oid, false, DERNull.INSTANCE);
    }
}

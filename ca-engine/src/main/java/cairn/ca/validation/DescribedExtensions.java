package cairn.ca.validation;

import cairn.ca.x509.ExtensionTitle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/** The extensions of certificates and requests in words for somebody who does not know them. */
final class DescribedExtensions {
    private static final List<Map.Entry<Integer, String>> USAGES = List.of(
            Map.entry(KeyUsage.digitalSignature, "digital signatures"),
            Map.entry(KeyUsage.nonRepudiation, "commitments that cannot be denied"),
            Map.entry(KeyUsage.keyEncipherment, "encryption of keys"),
            Map.entry(KeyUsage.dataEncipherment, "encryption of data"),
            Map.entry(KeyUsage.keyAgreement, "key agreement"),
            Map.entry(KeyUsage.keyCertSign, "signing certificates"),
            Map.entry(KeyUsage.cRLSign, "signing revocation lists"),
            Map.entry(KeyUsage.encipherOnly, "key agreement for encryption only"),
            Map.entry(KeyUsage.decipherOnly, "key agreement for decryption only"));

    private static final Map<KeyPurposeId, String> PURPOSES = Map.ofEntries(
            Map.entry(KeyPurposeId.anyExtendedKeyUsage, "any purpose"),
            Map.entry(KeyPurposeId.id_kp_serverAuth, "TLS server"),
            Map.entry(KeyPurposeId.id_kp_clientAuth, "TLS client"),
            Map.entry(KeyPurposeId.id_kp_codeSigning, "code signing"),
            Map.entry(KeyPurposeId.id_kp_emailProtection, "mail protection"),
            Map.entry(KeyPurposeId.id_kp_ipsecIKE, "IPsec (IKE)"),
            Map.entry(KeyPurposeId.id_kp_timeStamping, "time stamps"),
            Map.entry(KeyPurposeId.id_kp_OCSPSigning, "OCSP responses"),
            Map.entry(KeyPurposeId.id_kp_smartcardlogon, "smart card logon"));

    private DescribedExtensions() {}

    static List<Fact> of(Extensions extensions) {
        List<Fact> facts = new ArrayList<>();
        for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
            Extension extension = extensions.getExtension(oid);
            facts.add(new Fact(
                    ExtensionTitle.of(oid.getId()), (extension.isCritical() ? "(critical) " : "") + safely(extension)));
        }
        return facts;
    }

    private static String safely(Extension extension) {
        try {
            return value(extension.getExtnId(), extension.getParsedValue(), extension);
        } catch (RuntimeException e) {
            return "cannot be read";
        }
    }

    private static String value(ASN1ObjectIdentifier oid, ASN1Encodable parsed, Extension extension) {
        if (oid.equals(Extension.subjectAlternativeName) || oid.equals(Extension.issuerAlternativeName)) {
            return GeneralNameWords.of(GeneralNames.getInstance(parsed));
        }
        if (oid.equals(Extension.basicConstraints)) {
            BasicConstraints value = BasicConstraints.getInstance(parsed);
            String depth = value.getPathLenConstraint() == null
                    ? "no limit below"
                    : "at most " + value.getPathLenConstraint() + " authorities below";
            return value.isCA() ? "a certificate authority, " + depth : "not a certificate authority";
        }
        if (oid.equals(Extension.keyUsage)) {
            KeyUsage value = KeyUsage.getInstance(parsed);
            return join(USAGES.stream().filter(u -> value.hasUsages(u.getKey())).map(Map.Entry::getValue));
        }
        if (oid.equals(Extension.extendedKeyUsage)) {
            return join(Stream.of(ExtendedKeyUsage.getInstance(parsed).getUsages())
                    .map(p -> PURPOSES.getOrDefault(p, p.getId())));
        }
        if (oid.equals(Extension.subjectKeyIdentifier)) {
            return hex(SubjectKeyIdentifier.getInstance(parsed).getKeyIdentifier());
        }
        if (oid.equals(Extension.authorityKeyIdentifier)) {
            byte[] identifier = AuthorityKeyIdentifier.getInstance(parsed).getKeyIdentifierOctets();
            return identifier == null ? "by issuer and serial number" : hex(identifier);
        }
        if (oid.equals(Extension.certificatePolicies)) {
            return join(Stream.of(CertificatePolicies.getInstance(parsed).getPolicyInformation())
                    .map(p -> p.getPolicyIdentifier().getId()));
        }
        if (oid.equals(Extension.nameConstraints)) {
            NameConstraints value = NameConstraints.getInstance(parsed);
            return "permitted: " + subtrees(value.getPermittedSubtrees()) + "; excluded: "
                    + subtrees(value.getExcludedSubtrees());
        }
        return extension.getExtnValue().getOctets().length + " octets";
    }

    private static String subtrees(GeneralSubtree @Nullable [] subtrees) {
        return subtrees == null
                ? "nothing said"
                : join(Stream.of(subtrees).limit(50).map(s -> GeneralNameWords.of(s.getBase())));
    }

    private static String join(Stream<String> words) {
        return String.join(", ", words.toList());
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}

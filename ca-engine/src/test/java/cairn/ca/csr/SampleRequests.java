package cairn.ca.csr;

import cairn.ca.x509.SubjectPublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Requests made with a real key. */
public final class SampleRequests {
    private SampleRequests() {}

    /** A key pair of the platform: "secp256r1", "secp256k1" ... or "RSA" followed by the size. */
    public static KeyPair pair(String kind) throws GeneralSecurityException {
        if (kind.startsWith("RSA")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(Integer.parseInt(kind.substring(3)));
            return generator.generateKeyPair();
        }
        if (kind.startsWith("sec")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(kind));
            return generator.generateKeyPair();
        }
        return KeyPairGenerator.getInstance(kind).generateKeyPair();
    }

    /** A request with the extensions, signed with {@code algorithm}. */
    public static byte[] request(KeyPair pair, String algorithm, X500Name subject, Extension... extensions)
            throws OperatorCreationException, IOException {
        PKCS10CertificationRequestBuilder builder = new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic());
        if (extensions.length > 0) {
            builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new Extensions(extensions));
        }
        return builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))
                .getEncoded();
    }

    /** A request of an EC key for these alternative names. */
    public static CertificationRequest named(List<GeneralName> names) throws Exception {
        GeneralNames all = new GeneralNames(names.toArray(GeneralName[]::new));
        return asking(Extension.subjectAlternativeName, all.getEncoded("DER"));
    }

    /** A request of an EC key for one extension. */
    public static CertificationRequest asking(ASN1ObjectIdentifier oid, byte[] value) throws Exception {
        return CertificationRequest.ofDer(request(
                pair("secp256r1"),
                "SHA256withECDSA",
                new X500Name("CN=device"),
                new Extension(oid, false, new DEROctetString(value))));
    }

    /** An RSA key with any two numbers, also such as no library would take. */
    public static SubjectPublicKey rsa(BigInteger modulus, BigInteger exponent) {
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(modulus));
        numbers.add(new ASN1Integer(exponent));
        try {
            return SubjectPublicKey.of(new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new DERSequence(numbers)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

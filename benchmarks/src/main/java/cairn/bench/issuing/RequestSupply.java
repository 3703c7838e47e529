package cairn.bench.issuing;

import cairn.ca.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Requests of devices, each with its own P-256 key and one DNS name. */
public final class RequestSupply {
    private RequestSupply() {}

    /** So many requests as PEM. */
    public static List<byte[]> make(int count, SecureRandom random) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        List<byte[]> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = "device-" + (100_000 + i);
            byte[] der = request(name, generator.generateKeyPair());
            requests.add(Pem.write("CERTIFICATE REQUEST", der).getBytes(StandardCharsets.US_ASCII));
        }
        return requests;
    }

    private static byte[] request(String name, KeyPair pair) throws Exception {
        Extension names = Extension.create(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, name + ".fjord.example")));
        CertificationRequestInfo info = new CertificationRequestInfo(
                new X500Name("C=NO,O=Fjord Robotics,CN=" + name),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                new DERSet(new Attribute(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(new Extensions(names)))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(info.getEncoded("DER"));
        return new CertificationRequest(
                        info,
                        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
                        new DERBitString(signature.sign()))
                .getEncoded("DER");
    }
}

package cairn.app.demo;

import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Optional;
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

/** Requests with fresh keys, as devices and services would send them. The private keys are thrown away. */
final class DemoRequests {
    private final KeyPairGenerator generator;

    DemoRequests() throws GeneralSecurityException {
        generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
    }

    /** Writes one request and returns its file. */
    Path write(Path folder, String name, Optional<String> dnsName)
            throws GeneralSecurityException, IOException, PublicationException {
        KeyPair pair = generator.generateKeyPair();
        CertificationRequestInfo info = new CertificationRequestInfo(
                new X500Name("CN=" + name),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                dnsName.map(DemoRequests::attributes).orElseGet(DERSet::new));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(info.getEncoded("DER"));
        byte[] der = new CertificationRequest(
                        info,
                        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
                        new DERBitString(signature.sign()))
                .getEncoded("DER");
        Path file = folder.resolve(name + ".csr");
        byte[] pem = Pem.write("CERTIFICATE REQUEST", der).getBytes(StandardCharsets.US_ASCII);
        new FilePublisher().publish(file, pem, FilePublisher.Existing.REPLACE, content -> {});
        return file;
    }

    private static DERSet attributes(String dnsName) {
        try {
            Extension names = Extension.create(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName)));
            return new DERSet(
                    new Attribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(new Extensions(names))));
        } catch (IOException e) {
            throw new IllegalStateException("a name in memory can be encoded", e);
        }
    }
}

package cairn.ca.publication;

import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root, a leaf below it and a list of the root, signed with real keys. */
record SampleChain(KeyPair rootKey, Certificate root, KeyPair leafKey, Certificate leaf) {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    /** A chain whose leaf has a key of the platform as {@link SampleRequests#pair} names them. */
    static SampleChain withLeafKey(String kind) throws Exception {
        KeyPair rootKey = SampleRequests.pair("secp256r1");
        KeyPair leafKey = SampleRequests.pair(kind);
        Certificate root = certificate("CN=Published Root", "CN=Published Root", 1, rootKey, rootKey, true);
        Certificate leaf = certificate("CN=device-7", "CN=Published Root", 2, leafKey, rootKey, false);
        return new SampleChain(rootKey, root, leafKey, leaf);
    }

    /** Leaf first. */
    List<Certificate> certificates() {
        return List.of(leaf, root);
    }

    KeyStoreFiles.KeyEntry entry(String alias) {
        return new KeyStoreFiles.KeyEntry(alias, leafKey.getPrivate(), certificates());
    }

    /** A list of the root with one entry. */
    CertificateList list(int number) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=Published Root"), Date.from(START));
        builder.setNextUpdate(Date.from(END));
        builder.addCRLEntry(BigInteger.valueOf(0xBEEF), Date.from(START), 1);
        builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
        return CertificateList.ofDer(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()))
                        .getEncoded());
    }

    private static Certificate certificate(
            String subject, String issuer, int serial, KeyPair key, KeyPair signer, boolean authority)
            throws Exception {
        return Certificate.ofDer(new JcaX509v3CertificateBuilder(
                        new X500Name(issuer),
                        BigInteger.valueOf(serial),
                        Date.from(START),
                        Date.from(END),
                        new X500Name(subject),
                        key.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(new BouncyCastleProvider())
                        .build(signer.getPrivate()))
                .getEncoded());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

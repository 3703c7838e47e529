package cairn.ca.validation;

import cairn.ca.csr.KeyRules;
import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority with a real key that makes certificates and lists for these tests. */
record Issuer(String name, KeyPair key, Certificate certificate) {
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant START = NOW.minusSeconds(86_400);
    private static final Instant END = NOW.plusSeconds(10 * 86_400);

    /** An authority that may sign certificates and lists. */
    static Issuer of(String name) throws Exception {
        return of(name, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    static Issuer of(String name, KeyUsage usage) throws Exception {
        KeyPair key = SampleRequests.pair("secp256r1");
        X509v3CertificateBuilder builder = builder(name, name, BigInteger.ONE, START, END, key);
        add(builder, Extension.basicConstraints, true, new BasicConstraints(true));
        add(builder, Extension.keyUsage, true, usage);
        return new Issuer(name, key, sign(builder, key));
    }

    /** A self-signed certificate that names its key (RFC 5280 section 4.2.1.2). */
    static Certificate identified(String name, KeyPair key) throws Exception {
        X509v3CertificateBuilder builder = builder(name, name, BigInteger.ONE, START, END, key);
        add(
                builder,
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
        return sign(builder, key);
    }

    /** A certificate below this authority, with extensions that {@code more} adds. */
    Certificate certificate(BigInteger serial, Consumer<X509v3CertificateBuilder> more) throws Exception {
        return certificate(serial, START, END, more);
    }

    Certificate certificate(BigInteger serial, Instant start, Instant end, Consumer<X509v3CertificateBuilder> more)
            throws Exception {
        KeyPair subject = SampleRequests.pair("secp256r1");
        X509v3CertificateBuilder builder = builder("CN=subject", name, serial, start, end, subject);
        more.accept(builder);
        return sign(builder, key);
    }

    /** A list with number 5 that is valid now, changed by {@code more}. */
    CertificateListOutline list(Consumer<X509v2CRLBuilder> more) throws Exception {
        return CertificateListOutline.read(listDer(START, END, 5, more));
    }

    /** A list; no nextUpdate where {@code end} is the epoch, no number where it is negative. */
    byte[] listDer(Instant start, Instant end, int number, Consumer<X509v2CRLBuilder> more) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name(name), Date.from(start));
        if (!end.equals(Instant.EPOCH)) {
            builder.setNextUpdate(Date.from(end));
        }
        if (number >= 0) {
            add(builder, Extension.cRLNumber, false, new ASN1Integer(number));
        }
        more.accept(builder);
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                .getEncoded();
    }

    byte[] listDer(Consumer<X509v2CRLBuilder> more) throws Exception {
        return listDer(START, END, 5, more);
    }

    static void add(X509v3CertificateBuilder to, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            to.addExtension(oid, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void add(X509v2CRLBuilder to, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            to.addExtension(oid, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509v3CertificateBuilder builder(
            String subject, String issuer, BigInteger serial, Instant start, Instant end, KeyPair key) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(issuer), serial, Date.from(start), Date.from(end), new X500Name(subject), key.getPublic());
    }

    private static Certificate sign(X509v3CertificateBuilder builder, KeyPair key) throws Exception {
        return Certificate.ofDer(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                .getEncoded());
    }

    static Inspector inspectorAt(Instant when) {
        return new Inspector(InstantSource.fixed(when), KeyRules.standard().policy());
    }

    /** One text file of these blocks, each a label and its octets. */
    static byte[] pem(Object... labelsAndOctets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labelsAndOctets.length; i += 2) {
            text.append(Pem.write((String) labelsAndOctets[i], (byte[]) labelsAndOctets[i + 1]));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Severity, code, clause and place of every finding. */
    static List<String> shown(Inspection inspection) {
        return inspection.findings().stream()
                .map(f -> Stream.of(f.severity().name(), f.code(), f.clause(), f.where())
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    static List<String> codes(Inspection inspection) {
        return inspection.findings().stream().map(Finding::code).toList();
    }
}

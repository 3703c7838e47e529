package cairn.ca.authority;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.testkit.ExternalTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A root, an issuer below it, our authority below that and a device below ours, to be bent in one place and judged by
 * three: Cairn judges our certificate, OpenSSL and the JDK the device's, for which ours must be good.
 */
final class OutsidePath {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final KeyPair key;
    private final KeyPair otherKey;
    final Link root = new Link("O=Outer,CN=Root");
    final Link upper = new Link("O=Fjord,CN=Policy");
    /** The issuer's certificate for its next key; in the path only where a case says so. */
    final Link rollover = new Link("");

    final Link ours = new Link("O=Fjord,CN=Branch");
    final Link device = new Link("O=Fjord,CN=Device");

    OutsidePath(KeyPair key, KeyPair otherKey) {
        this.key = key;
        this.otherKey = otherKey;
        device.authority = false;
        device.usage = KeyUsage.digitalSignature;
        rollover.present = false;
    }

    /** One certificate to be. */
    static final class Link {
        String subject;
        boolean present = true;
        boolean authority = true;
        boolean basicConstraints = true;
        boolean forged;
        int pathLength = -1;
        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        Instant from = NOW.minusSeconds(1000);
        Instant until = NOW.plusSeconds(1000);
        private final List<Extension> extensions = new ArrayList<>();

        Link(String subject) {
            this.subject = subject;
        }

        Link with(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
            try {
                extensions.add(Extension.create(type, critical, value));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return this;
        }
    }

    /** Our certificate first, then its issuers up to the root. */
    List<Certificate> certificates() throws Exception {
        rollover.subject = upper.subject;
        List<Certificate> made = new ArrayList<>();
        Link above = root;
        for (Link link : Stream.of(root, upper, rollover, ours)
                .filter(each -> each.present)
                .toList()) {
            made.addFirst(sign(above, link));
            above = link;
        }
        return made;
    }

    /** The rule by which Cairn refuses our certificate; null if it does not. */
    AuthorityException.@Nullable Refused refusal() throws Exception {
        List<Certificate> path = certificates();
        try {
            OutsideChain.require(path.getFirst(), path.subList(1, path.size()), NOW);
            return null;
        } catch (AuthorityException.Refused e) {
            return e;
        }
    }

    /** What OpenSSL says against the device below our authority; empty if nothing. */
    String openSslObjects(ExternalTool openssl, Path folder) throws Exception {
        List<Certificate> path = certificates();
        Path anchor = Files.writeString(folder.resolve("root.pem"), pem(path.getLast()));
        StringBuilder between = new StringBuilder();
        path.subList(0, path.size() - 1).forEach(each -> between.append(pem(each)));
        Path untrusted = Files.writeString(folder.resolve("between.pem"), between);
        Path leaf = Files.writeString(folder.resolve("device.pem"), pem(sign(ours, device)));
        ExternalTool.Result result = openssl.run(
                "verify",
                "-policy",
                "2.5.29.32.0",
                "-attime",
                String.valueOf(NOW.getEpochSecond()),
                "-CAfile",
                anchor.toString(),
                "-untrusted",
                untrusted.toString(),
                leaf.toString());
        return result.status() == 0 ? "" : result.all();
    }

    /** What the JDK says; of the root it only looks at the key unless it is judged as one more certificate of the path. */
    String jdkObjects(boolean withRoot) throws Exception {
        try {
            List<X509Certificate> path = new ArrayList<>(List.of(jdk(sign(ours, device))));
            for (Certificate each : certificates()) {
                path.add(jdk(each));
            }
            X509Certificate anchor = withRoot ? path.getLast() : path.removeLast();
            TrustAnchor trust = new TrustAnchor(anchor.getSubjectX500Principal(), anchor.getPublicKey(), null);
            PKIXParameters parameters = new PKIXParameters(Set.of(trust));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(NOW));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return "";
        } catch (GeneralSecurityException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private KeyPair keyOf(Link link) {
        return link.equals(rollover) ? otherKey : key;
    }

    private byte[] identifier(Link link) {
        return new byte[] {1, 2, 3, (byte) (link.equals(rollover) ? 5 : 4)};
    }

    private static String pem(Certificate certificate) {
        return Pem.write("CERTIFICATE", certificate.encoded());
    }

    private static X509Certificate jdk(Certificate certificate) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.encoded()));
    }

    private Certificate sign(Link issuer, Link link) throws IOException, MalformedException, OperatorCreationException {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name(issuer.subject),
                BigInteger.valueOf(
                        100 + List.of(root, upper, rollover, ours, device).indexOf(link)),
                Date.from(link.from),
                Date.from(link.until),
                new X500Name(link.subject),
                SubjectPublicKeyInfo.getInstance(keyOf(link).getPublic().getEncoded()));
        if (link.basicConstraints) {
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    link.pathLength >= 0
                            ? new BasicConstraints(link.pathLength)
                            : new BasicConstraints(link.authority));
        }
        if (link.usage != 0) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(link.usage));
        }
        // OpenSSL takes a certificate for the next key for a root unless it names another key than its own.
        builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(link)));
        builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuer)));
        for (Extension each : link.extensions) {
            builder.addExtension(each);
        }
        KeyPair signer = link.forged ? otherKey : keyOf(issuer);
        return Certificate.ofDer(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))
                        .getEncoded());
    }
}

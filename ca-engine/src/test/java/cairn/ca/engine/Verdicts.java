package cairn.ca.engine;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What judges that have nothing to do with Cairn say of its certificates and lists. */
public final class Verdicts {
    private final Certificate root;
    private final List<CertificateList> lists;
    private final Instant at;

    /** Judges at one moment with one trusted root; every authority in a path needs its list. */
    public Verdicts(Certificate root, List<CertificateList> lists, Instant at) {
        this.root = root;
        this.lists = List.copyOf(lists);
        this.at = at;
    }

    /** Whether the JDK's PKIX accepts the path, which starts with the certificate in question and ends below the root. */
    public boolean jdkAccepts(List<Certificate> path) {
        return pkixAccepts(path, Optional.empty());
    }

    /** Whether Bouncy Castle's PKIX accepts the path; for algorithms that the JDK does not know. */
    public boolean bouncyCastleAccepts(List<Certificate> path) {
        return pkixAccepts(path, Optional.of(new BouncyCastleProvider()));
    }

    private boolean pkixAccepts(List<Certificate> path, Optional<Provider> provider) {
        try {
            CertificateFactory factory = provider.isPresent()
                    ? CertificateFactory.getInstance("X.509", provider.get())
                    : CertificateFactory.getInstance("X.509");
            CertPathValidator validator = provider.isPresent()
                    ? CertPathValidator.getInstance("PKIX", provider.get())
                    : CertPathValidator.getInstance("PKIX");
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate each : path) {
                certificates.add(read(factory, each));
            }
            List<Object> crls = new ArrayList<>();
            for (CertificateList each : lists) {
                crls.add(factory.generateCRL(new ByteArrayInputStream(each.encoded())));
            }
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(read(factory, root), null)));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));
            parameters.setDate(Date.from(at));
            CertPath certPath = factory.generateCertPath(certificates);
            validator.validate(certPath, parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("what was issued cannot be read", e);
        }
    }

    /** What OpenSSL says of the path with every list checked: its standard output and standard error. */
    public ExternalTool.Result openSsl(Path folder, List<Certificate> path) {
        ExternalTool openssl = OpenSsl.require();
        try {
            Path roots = Files.writeString(folder.resolve("root.pem"), pem("CERTIFICATE", root.encoded()));
            StringBuilder between = new StringBuilder();
            path.stream().skip(1).forEach(each -> between.append(pem("CERTIFICATE", each.encoded())));
            Path untrusted = Files.writeString(folder.resolve("between.pem"), between);
            StringBuilder crls = new StringBuilder();
            lists.forEach(each -> crls.append(pem("X509 CRL", each.encoded())));
            Path revoked = Files.writeString(folder.resolve("lists.pem"), crls);
            Path leaf = Files.writeString(
                    folder.resolve("leaf.pem"),
                    pem("CERTIFICATE", path.getFirst().encoded()));
            List<String> arguments = new ArrayList<>(List.of(
                    "verify",
                    "-x509_strict",
                    "-crl_check_all",
                    "-attime",
                    Long.toString(at.getEpochSecond()),
                    "-CAfile",
                    roots.toString(),
                    "-CRLfile",
                    revoked.toString()));
            if (path.size() > 1) {
                arguments.addAll(List.of("-untrusted", untrusted.toString()));
            }
            arguments.add(leaf.toString());
            return openssl.run(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list in OpenSSL's words. */
    public static String openSslText(CertificateList list) {
        return OpenSsl.require()
                .runWith(list.encoded(), "crl", "-inform", "DER", "-noout", "-text")
                .text();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static X509Certificate read(CertificateFactory factory, Certificate certificate)
            throws GeneralSecurityException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.encoded()));
    }
}

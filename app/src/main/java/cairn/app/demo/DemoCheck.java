package cairn.app.demo;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Has other programs judge what was issued: the Java platform's PKIX, and OpenSSL where it is installed. */
final class DemoCheck {
    private final Certificate root;
    private final Certificate issuing;
    private final List<CertificateList> lists;

    DemoCheck(Certificate root, Certificate issuing, List<CertificateList> lists) {
        this.root = root;
        this.issuing = issuing;
        this.lists = List.copyOf(lists);
    }

    /** Whether the platform's PKIX, with the lists, accepts a certificate. */
    boolean pkixAccepts(Certificate certificate) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Object> crls = new ArrayList<>();
        for (CertificateList list : lists) {
            crls.add(factory.generateCRL(new ByteArrayInputStream(list.encoded())));
        }
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(x509(factory, root), null)));
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            factory.generateCertPath(List.of(x509(factory, certificate), x509(factory, issuing))),
                            parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        }
    }

    private static X509Certificate x509(CertificateFactory factory, Certificate certificate)
            throws GeneralSecurityException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.encoded()));
    }

    /** Whether there is an OpenSSL on the path. */
    static boolean opensslIsThere() throws InterruptedException {
        try {
            return run(List.of("openssl", "version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether {@code openssl verify -crl_check_all} accepts the certificate in a PEM file. */
    static boolean opensslAccepts(Path certificate, Path rootPem, Path issuingPem, Path listsPem)
            throws IOException, InterruptedException {
        return run(List.of(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-crl_check_all",
                        "-CAfile",
                        rootPem.toString(),
                        "-untrusted",
                        issuingPem.toString(),
                        "-CRLfile",
                        listsPem.toString(),
                        certificate.toString()))
                == 0;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("cairn-openssl", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("openssl did not answer: " + Files.readString(output, StandardCharsets.UTF_8));
            }
            return process.exitValue();
        } finally {
            Files.deleteIfExists(output);
        }
    }
}

package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Pem;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that have nothing to do with Cairn accept what is good and refuse what is revoked, for that reason. */
final class IndependentVerdictsTest {
    private static final List<String> GOOD =
            List.of("devices/device-0002.pem", "devices/device-0003.pem", "services/service-0002.pem");
    private static final List<String> REVOKED = List.of("revoked/device-0001.pem", "revoked/service-0001.pem");

    @TempDir
    static Path folder;

    private static DemoWorkspace demo;

    @BeforeAll
    static void make() throws Exception {
        demo = DemoWorkspace.in(folder);
        Files.writeString(
                demo.file("lists.pem"),
                Pem.write("X509 CRL", Files.readAllBytes(demo.file("root.crl")))
                        + Pem.write("X509 CRL", Files.readAllBytes(demo.file("issuing.crl"))));
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static String path(String name) {
        return demo.file(name).toString();
    }

    @Test
    void openSsl() {
        ExternalTool openssl = OpenSsl.require();
        for (String good : GOOD) {
            verify(openssl, good, 0, ": OK");
        }
        for (String revoked : REVOKED) {
            verify(openssl, revoked, 2, "certificate revoked");
        }
    }

    private static void verify(ExternalTool openssl, String certificate, int status, String words) {
        ExternalTool.Result result = openssl.run(
                "verify",
                "-x509_strict",
                "-crl_check_all",
                "-CAfile",
                path("root.pem"),
                "-untrusted",
                path("issuing.pem"),
                "-CRLfile",
                path("lists.pem"),
                path(certificate));
        assertEquals(status, result.status(), result.all());
        assertTrue(result.all().contains(words), result.all());
    }

    @Test
    void gnuTls() throws Exception {
        ExternalTool certtool = ExternalTool.require("certtool", "gnutls-bin");
        for (String good : GOOD) {
            ExternalTool.Result result = certtool(certtool, good);
            assertEquals(0, result.status(), result.all());
            assertTrue(result.all().contains("Checked against CRL"), result.all());
        }
        for (String revoked : REVOKED) {
            ExternalTool.Result result = certtool(certtool, revoked);
            assertEquals(1, result.status(), result.all());
            assertTrue(result.all().contains("is revoked"), result.all());
        }
    }

    private static ExternalTool.Result certtool(ExternalTool certtool, String certificate) throws Exception {
        String chain = Files.readString(demo.file(certificate)) + Files.readString(demo.file("chain.pem"));
        return certtool.runWith(
                chain.getBytes(StandardCharsets.US_ASCII),
                "--verify",
                "--verify-profile",
                "medium",
                "--load-ca-certificate",
                path("root.pem"),
                "--load-crl",
                path("lists.pem"));
    }

    @Test
    void nss() throws Exception {
        ExternalTool certutil = ExternalTool.require("certutil", "libnss3-tools");
        ExternalTool crlutil = ExternalTool.require("crlutil", "libnss3-tools");
        String database = "sql:" + Files.createDirectory(demo.file("nss"));
        certutil.expectSuccess("-N", "-d", database, "--empty-password");
        add(certutil, database, "root", "CT,C,C", "root.pem");
        add(certutil, database, "issuing", ",,", "issuing.pem");
        crlutil.expectSuccess("-I", "-d", database, "-i", path("root.crl"), "-B");
        crlutil.expectSuccess("-I", "-d", database, "-i", path("issuing.crl"), "-B");
        for (String good : GOOD) {
            add(certutil, database, good, ",,", good);
            certutil.expectSuccess("-V", "-d", database, "-n", good, "-u", usage(good));
        }
        for (String revoked : REVOKED) {
            add(certutil, database, revoked, ",,", revoked);
            ExternalTool.Result result = certutil.run("-V", "-d", database, "-n", revoked, "-u", usage(revoked));
            assertNotEquals(0, result.status(), result.all());
            assertTrue(result.all().contains("has been revoked"), result.all());
        }
    }

    private static void add(ExternalTool certutil, String database, String name, String trust, String file) {
        certutil.expectSuccess("-A", "-d", database, "-n", name, "-t", trust, "-a", "-i", path(file));
    }

    /** V: a server in TLS, C: a client. */
    private static String usage(String certificate) {
        return certificate.contains("service") ? "V" : "C";
    }

    @Test
    void jdk() throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Object> lists = new ArrayList<>();
        for (String list : List.of("root.crl", "issuing.crl")) {
            lists.add(factory.generateCRL(new ByteArrayInputStream(Files.readAllBytes(demo.file(list)))));
        }
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(read(factory, "root.pem"), null)));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        for (String good : GOOD) {
            assertEquals("accepted", verdict(factory, good, parameters), good);
        }
        for (String revoked : REVOKED) {
            assertEquals(BasicReason.REVOKED.toString(), verdict(factory, revoked, parameters), revoked);
        }
    }

    private static String verdict(CertificateFactory factory, String certificate, PKIXParameters parameters)
            throws Exception {
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            factory.generateCertPath(List.of(read(factory, certificate), read(factory, "issuing.pem"))),
                            parameters);
            return "accepted";
        } catch (CertPathValidatorException e) {
            return e.getReason().toString();
        }
    }

    private static X509Certificate read(CertificateFactory factory, String name) throws Exception {
        return (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(demo.file(name))));
    }
}

package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestReader;
import cairn.ca.engine.ForwardingKey;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.hsm.pin.PinFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Revoking, holding, releasing, and settling what was interrupted. */
class DecisionCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
    }

    private String device(String name) throws Exception {
        return JSON.readTree(cairn.doneOnToken(
                        "issue",
                        cairn.request(name).toString(),
                        "--issuer",
                        "issuing",
                        "--profile",
                        "iot-device",
                        "--json"))
                .get("serialNumber")
                .asText();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "-w";
        all[arguments.length + 1] = cairn.workspace();
        return cairn.run(all);
    }

    @Test
    void aDryRunSaysWhatFallsWithAnAuthorityAndRecordsNothing() throws Exception {
        device("one");
        device("two");
        String serial = JSON.readTree(cairn.done("inventory", "Issuing", "--json"))
                .get("serialNumber")
                .asText();
        JsonNode seen = JSON.readTree(cairn.done("revoke", serial, "--issuer", "root", "--dry-run", "--json"));
        assertTrue(seen.get("wouldBeRevoked").asBoolean());
        assertEquals("[\"issuing\"]", seen.get("authoritiesBelow").toString());
        assertEquals(2, seen.get("validCertificatesBelow").asInt());
        String words = cairn.done("revoke", serial, "--issuer", "root", "--dry-run");
        assertTrue(words.contains("the authorities issuing and 2 valid certificates"), words);
        assertTrue(words.contains("Nothing was recorded."), words);
        assertEquals(0, run("revoke", serial, "--issuer", "root"), "it was not revoked by looking");
    }

    @Test
    void aDryRunRefusesWhatTheDecisionWouldRefuse() throws Exception {
        String serial = device("one");
        cairn.done("revoke", serial, "--issuer", "issuing");
        assertEquals(1, run("revoke", serial, "--issuer", "issuing", "--dry-run"));
        assertTrue(cairn.out().contains("would be refused"), cairn::out);
        int unknown = run("revoke", "0123456789", "--issuer", "issuing", "--dry-run", "--json");
        assertFalse(JSON.readTree(cairn.out()).get("wouldBeRevoked").asBoolean());
        assertEquals(run("revoke", "0123456789", "--issuer", "issuing"), unknown, "one answer to one question");
        assertEquals(3, run("revoke", serial, "--issuer", "issuing", "--reason", "certificateHold"));
        assertEquals(3, run("revoke", serial, "--issuer", "issuing", "--invalid-since", "yesterday"));
    }

    @Test
    void aHoldIsReleasedAndListedOnlyMeanwhile() throws Exception {
        String serial = device("one");
        cairn.done("hold", serial, "--issuer", "issuing");
        assertEquals(1, run("hold", serial, "--issuer", "issuing"));
        assertTrue(onTheNextList(serial));
        cairn.done("release", serial, "--issuer", "issuing");
        assertEquals(1, run("release", serial, "--issuer", "issuing"));
        assertFalse(onTheNextList(serial));
    }

    @Test
    void oneRefusalDoesNotHideThatAListIsDue() throws Exception {
        String serial = device("one");
        assertEquals(1, run("revoke", "0123456789", serial, "--issuer", "issuing"));
        assertTrue(cairn.out().contains("Sign the next CRL now"), cairn::out);
        assertEquals(1, run("revoke", "0123456789", serial, "--issuer", "issuing"));
        assertFalse(cairn.out().contains("Sign the next CRL now"), cairn::out);
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() throws Exception {
        Path request = cairn.request("one");
        assertEquals(3, run("revoke", request.toString(), "--issuer", "issuing"));
        assertTrue(cairn.err().contains("where: " + request), cairn::err);
        assertTrue(cairn.err().contains("'cairn inspect' says what it is"), cairn::err);
        String serial = device("two");
        Path serials = Files.writeString(cairn.file("serials.txt"), serial + "\n");
        assertEquals(3, run("revoke", serials.toString(), "--issuer", "issuing"));
        assertTrue(cairn.err().contains("write @FILE"), cairn::err);
        cairn.done("revoke", "@" + serials, "--issuer", "issuing");
    }

    @Test
    void aListReplacesNothingButAList() throws Exception {
        Path key = Files.writeString(cairn.file("some.key"), "precious");
        assertEquals(3, run("crl", "sign", "root", "--out", key.toString()));
        assertTrue(cairn.err().contains("is no CRL; nothing was done"), cairn::err);
        assertEquals("precious", Files.readString(key));
        assertEquals(
                3, run("crl", "sign", "root", "--out", cairn.file("none/x.crl").toString()));
        assertEquals("", cairn.done("crl", "show", "root"));
        assertEquals(3, run("crl", "show", "nobody"));
        assertTrue(cairn.err().contains("code: A-1"), cairn::err);
    }

    @Test
    void aSignedListThatIsGoneIsNoticed() throws Exception {
        cairn.doneOnToken("crl", "sign", "root");
        cairn.done("workspace", "verify");
        Files.delete(Path.of(cairn.workspace()).resolve("crls/root-1.crl"));
        assertEquals(5, run("workspace", "verify"));
        assertTrue(cairn.err().contains("root-1.crl"), cairn::err);
        assertTrue(cairn.err().contains("code: S-9"), cairn::err);
    }

    @Test
    void whereAListCannotBeKeptTheFileOrFolderIsNamed() throws Exception {
        Path lists = Path.of(cairn.workspace()).resolve("crls");
        Path unknown = Files.writeString(lists.resolve("root-7.crl"), "of a newer journal");
        String[] sign = {"crl", "sign", "root", "--pin-file", cairn.pinFile().toString()};
        assertEquals(5, run(sign));
        assertTrue(cairn.err().lines().anyMatch(("  where: " + unknown)::equals), cairn::err);
        assertTrue(cairn.err().contains("code: C-4"), cairn::err);
        Files.delete(unknown);
        Files.delete(lists);
        Files.writeString(lists, "not a folder");
        assertEquals(5, run(sign));
        assertTrue(cairn.err().lines().anyMatch(("  where: " + lists)::equals), cairn::err);
    }

    private boolean onTheNextList(String serial) throws Exception {
        Path list = cairn.file("next.crl");
        Files.deleteIfExists(list);
        cairn.doneOnToken("crl", "sign", "issuing", "--out", list.toString());
        try (InputStream in = Files.newInputStream(list)) {
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            return crl.getRevokedCertificate(new BigInteger(serial, 16)) != null;
        }
    }

    @Test
    void anInterruptedSigningIsShownSettledAndCanBeRevoked() throws Exception {
        String serial = loseASignature();
        assertEquals(ExitCode.UNKNOWN_OUTCOME.code(), run("workspace", "info"));
        assertTrue(cairn.out().contains("To be settled"), cairn::out);
        assertEquals(ExitCode.UNKNOWN_OUTCOME.code(), run("workspace", "info", "--json"));
        JsonNode open = JSON.readTree(cairn.out()).get("openIntents").get(0);
        assertEquals(serial, open.get("serialNumber").asText());
        String[] settle = {"workspace", "settle", open.get("intent").asText(), "--why", "the token was unplugged"};
        cairn.done(settle);
        assertEquals(1, run(settle), "it is settled once");
        assertTrue(cairn.err().contains("'cairn workspace info' lists what is open"), cairn::err);
        assertTrue(cairn.done("workspace", "info").contains("Nothing is open."));
        assertTrue(cairn.done("revoke", serial, "--issuer", "issuing", "--dry-run")
                .contains("such a certificate may exist"));
        cairn.done("revoke", serial, "--issuer", "issuing");
        assertTrue(onTheNextList(serial));
    }

    /** A token that dies in the call; returns the serial number that may have been signed. */
    private String loseASignature() throws Exception {
        CertificationRequest request = RequestReader.read(Files.readAllBytes(cairn.request("lost")));
        try (Composition composition = new Composition();
                Session session = composition.open(Path.of(cairn.workspace()))) {
            Issuer issuer = session.issuer(new AuthorityName("issuing"), new PinFile(cairn.pinFile()));
            Issuer dying = Issuer.of(
                    issuer.name(), issuer.certificate().orElseThrow(), new DyingKey(issuer.key()), issuer.algorithm());
            assertThrows(
                    IssuanceException.UnknownOutcome.class,
                    () -> session.services()
                            .issuance()
                            .issue(IssuanceOrder.of(
                                    dying, session.profiles().get("iot-device"), request, OperatorChoices.none())));
            return session.services()
                    .settlement()
                    .open()
                    .getFirst()
                    .intent()
                    .serialNumber()
                    .hex();
        }
    }

    private static final class DyingKey extends ForwardingKey {
        DyingKey(SigningKey alive) {
            super(alive);
        }

        @Override
        public byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException {
            throw new SigningException.UnknownOutcome("the token was unplugged");
        }
    }
}

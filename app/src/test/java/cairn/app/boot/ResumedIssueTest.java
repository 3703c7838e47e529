package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestReader;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.PreparedCertificate;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.x509.Octets;
import cairn.hsm.token.Pin;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code issue --resume}: whose request has a certificate gets no second one, but its file. */
final class ResumedIssueTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private Path requests = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
        requests = Files.createDirectory(cairn.file("requests"));
        out = cairn.file("out");
    }

    private void put(String... names) throws Exception {
        for (String name : names) {
            Files.move(cairn.request(name), requests.resolve(name + ".csr"));
        }
    }

    private int issue(String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "issue",
                requests.toString(),
                "--issuer",
                "issuing",
                "-w",
                cairn.workspace(),
                "--pin-file",
                cairn.pinFile().toString()));
        all.addAll(List.of(more));
        if (!all.contains("--profile")) {
            all.addAll(List.of("--profile", "iot-device"));
        }
        return cairn.run(all.toArray(String[]::new));
    }

    private int resume(String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("--resume", "--json", "--out", out.toString()));
        all.addAll(List.of(more));
        return issue(all.toArray(String[]::new));
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : cairn.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private long issued(String words) throws Exception {
        return cairn.done("inventory", words, "--json").lines().count();
    }

    private Path file(String name) {
        return out.resolve(name + ".pem");
    }

    @Test
    void missingFilesAreWrittenAndWhatIsNewIsIssued() throws Exception {
        put("d1", "d2");
        assertEquals(0, issue("--out", out.toString()), cairn::err);
        String lost = Files.readString(file("d2"));
        Files.delete(file("d2"));
        put("d3");
        assertEquals(3, issue("--out", out.toString()), "a second certificate for d2, and d1 is refused");
        assertTrue(cairn.err().contains("code: I-3") && cairn.err().contains("--resume"), cairn::err);
        cairn.done("revoke", file("d2").toString(), "--issuer", "issuing");
        Files.delete(file("d2"));
        Files.delete(file("d3"));
        assertEquals(0, resume(), cairn::err);
        assertEquals(
                List.of("true", "true", "true"),
                lines().stream().map(line -> line.get("resumed").asText()).toList());
        assertEquals(lost, Files.readString(file("d2")), "the one that is not revoked");
        assertTrue(cairn.err().contains("cairn: resumed: 0 issued, 3 found, 0 refused"), cairn::err);
        put("d4");
        assertEquals(0, resume(), cairn::err);
        assertEquals(
                List.of(true, true, true, false),
                lines().stream().map(line -> line.get("resumed").asBoolean()).toList());
        assertTrue(cairn.err().contains("cairn: resumed: 1 issued, 3 found, 0 refused"), cairn::err);
        assertEquals(1, issued("d1"));
        assertEquals(2, issued("d2"));
        assertEquals(1, issued("d3"));
        assertEquals(1, issued("d4"));
        assertEquals(0, issue("--resume", "--out", out.toString()), cairn::err);
        assertTrue(cairn.out().contains("d1.pem  (already issued, valid from "), cairn::out);
    }

    @Test
    void aFileThatHoldsSomethingElseIsKeptAndNothingIsSignedForIt() throws Exception {
        put("d1", "d2", "d3");
        assertEquals(0, issue("--out", out.toString()), cairn::err);
        Files.copy(file("d1"), cairn.file("kept.pem"));
        Files.writeString(file("d1"), Files.readString(file("d2")));
        Files.writeString(file("d2"), "something else");
        Files.writeString(file("d3"), Files.readString(file("d3")) + Files.readString(file("d1")));
        assertEquals(3, resume());
        assertTrue(cairn.err().contains("cairn: resumed: 0 issued, 0 found, 3 refused"), cairn::err);
        for (JsonNode line : lines()) {
            assertEquals("I-3", line.get("code").asText(), line::toString);
            assertTrue(line.get("where").asText().contains("certificate "), line::toString);
        }
        assertEquals("something else", Files.readString(file("d2")));
        assertEquals(3, issued("d"));
        put("d4");
        Files.writeString(file("d4"), "of nobody");
        assertEquals(3, resume());
        assertEquals(0, issued("d4"));
    }

    @Test
    void aCertificateThatNoLongerCountsOrOfAnotherKindIsNoneOfTheRequest() throws Exception {
        put("d1", "d2");
        assertEquals(0, issue("--out", out.toString()), cairn::err);
        cairn.done("revoke", file("d1").toString(), "--issuer", "issuing");
        cairn.done("hold", file("d2").toString(), "--issuer", "issuing");
        Files.delete(file("d1"));
        Files.delete(file("d2"));
        assertEquals(0, resume(), cairn::err);
        assertTrue(cairn.err().contains("cairn: resumed: 2 issued, 0 found, 0 refused"), cairn::err);
        Files.delete(requests.resolve("d1.csr"));
        Files.delete(requests.resolve("d2.csr"));
        KeyPair pair = CommandLineFixture.key();
        Files.move(cairn.request("e1", pair), requests.resolve("e1.csr"));
        assertEquals(0, resume(), cairn::err);
        Files.delete(file("e1"));
        Files.move(cairn.request("another", pair), requests.resolve("e1.csr"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(0, resume(), cairn::err);
        assertFalse(lines().getLast().get("resumed").asBoolean(), "another subject");
        assertEquals(1, lines().getLast().get("earlierCertificatesOfKey").asInt());
        Files.delete(file("e1"));
        assertEquals(0, resume("--san", "dns:a.example"), cairn::err);
        assertFalse(lines().getLast().get("resumed").asBoolean(), "another name");
        Files.delete(file("e1"));
        assertEquals(0, resume("--profile", "tls-client"), cairn::err);
        assertFalse(lines().getLast().get("resumed").asBoolean(), "another profile");
    }

    @Test
    void certificatesBesideTheirRequestsAreNotTakenForRequests() throws Exception {
        put("d1", "d2");
        assertEquals(0, issue(), cairn::err);
        Files.delete(requests.resolve("d2.pem"));
        Files.writeString(requests.resolve(".d2123.part"), "half");
        assertEquals(0, issue("--resume"), cairn::err);
        assertTrue(cairn.err().contains("cairn: resumed: 0 issued, 2 found, 0 refused"), cairn::err);
        assertTrue(Files.exists(requests.resolve("d2.pem")));
        assertEquals(2, issued("d"));
        Files.move(cairn.request("d3"), requests.resolve("d2.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(3, issue("--resume"), "a request is never passed over");
        assertTrue(
                cairn.err().contains(requests.resolve("d2.pem") + ": cairn: The certificate would have"), cairn::err);
    }

    @Test
    void anOpenIntentOfTheKeyIsForAPersonFirst() throws Exception {
        put("d1", "d2");
        String intent = leaveOpen(requests.resolve("d1.csr"));
        assertEquals(6, resume());
        JsonNode blocked = lines().getFirst();
        assertEquals("U-2", blocked.get("code").asText(), blocked::toString);
        assertTrue(blocked.get("where").asText().contains(intent), blocked::toString);
        assertFalse(Files.exists(file("d1")));
        assertTrue(Files.exists(file("d2")));
        assertEquals(0, issued("d1"));
        assertEquals(3, cairn.run("workspace", "settle", intent, "none", "--why", "test", "-w", cairn.workspace()));
        cairn.done("workspace", "settle", intent, "--why", "the computer went down");
        assertEquals(0, resume(), cairn::err);
        assertEquals(1, issued("d1"));
        assertTrue(Files.exists(file("d1")));
    }

    /** What a kill leaves between the record of an intent and that of its certificate. */
    private String leaveOpen(Path request) throws Exception {
        IntentId id = new IntentId(UUID.randomUUID());
        AuthorityName name = new AuthorityName("issuing");
        try (Composition composition = new Composition();
                Session session = composition.open(Path.of(cairn.workspace()), (done, total) -> true)) {
            Profile profile = session.profiles().get("iot-device");
            Issuer issuer = session.issuer(
                    name, (selector, role) -> Pin.ofUtf8("a passphrase".getBytes(StandardCharsets.UTF_8)));
            CertificationRequest read = RequestReader.read(Files.readAllBytes(request));
            PreparedCertificate prepared = session.services()
                    .issuance()
                    .prepare(IssuanceOrder.of(issuer, profile, read, OperatorChoices.none()));
            session.register()
                    .certificates()
                    .recordIntents(List.of(new IssuanceIntent(
                            id,
                            name,
                            prepared.serialNumber(),
                            profile.name(),
                            Octets.of(prepared.preview().toBeSigned()),
                            Optional.of(read.fingerprint()),
                            List.of())));
        }
        return id.toString();
    }
}

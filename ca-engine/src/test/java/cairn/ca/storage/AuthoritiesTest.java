package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityRegister;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuthoritiesTest {
    private static final KeyReference KEY = new KeyReference("Token", "0001", "0a", "root");
    private static final KeyReference OTHER = new KeyReference("Token", "0001", "0b", "other");

    @TempDir
    private Path folder;

    private Optional<Register> opened = Optional.empty();

    @BeforeEach
    void create() throws Exception {
        opened = Optional.of(
                Register.create(folder.resolve("ca"), new NewWorkspace(1, "x"), Fixture.surroundings(Fixture.clock())));
    }

    @AfterEach
    void close() throws Exception {
        opened.orElseThrow().close();
    }

    private AuthorityRegister authorities() {
        return opened.orElseThrow().authorities();
    }

    private static Octets certificate(int number) throws Exception {
        return Octets.of(Fixture.sign(Fixture.toBeSigned(SerialNumber.ofHex("0" + number), number))
                .encoded());
    }

    private static AuditEvent created(AuthorityName name, KeyReference key, Optional<AuthorityName> parent)
            throws Exception {
        return new AuditEvent.AuthorityCreated(
                name,
                key,
                "ecdsa-sha256",
                certificate(1),
                parent,
                parent.isEmpty() ? List.of(certificate(2), certificate(3)) : List.of());
    }

    @Test
    void anAuthorityIsKeptAsItWasRecorded() throws Exception {
        authorities().record(created(Fixture.ROOT, KEY, Optional.empty()));
        authorities().record(created(Fixture.ISSUING, OTHER, Optional.of(Fixture.ROOT)));
        Authority root = authorities().find(Fixture.ROOT).orElseThrow();
        assertEquals(KEY, root.key());
        assertEquals(Authority.State.ACTIVE, root.state());
        assertEquals(certificate(1), Octets.of(root.certificate().orElseThrow().encoded()));
        assertEquals(
                List.of(certificate(2), certificate(3)),
                root.outsideChain().stream().map(c -> Octets.of(c.encoded())).toList());
        Authority issuing = authorities().find(Fixture.ISSUING).orElseThrow();
        assertEquals(Optional.of(Fixture.ROOT), issuing.parent());
        assertEquals(List.of(), issuing.outsideChain());
        assertEquals(
                List.of(Fixture.ISSUING, Fixture.ROOT),
                authorities().all().stream().map(Authority::name).toList());
        assertEquals(Optional.empty(), authorities().find(new AuthorityName("nobody")));
    }

    @Test
    void aRequestedAuthorityComesIntoServiceWithTheSameKeyOnly() throws Exception {
        Octets request = Octets.of(new byte[] {1, 2, 3});
        AuditEvent requested = new AuditEvent.AuthorityRequested(Fixture.ISSUING, KEY, "ecdsa-sha256", request);
        authorities().record(requested);
        assertEquals(
                Authority.State.REQUESTED,
                authorities().find(Fixture.ISSUING).orElseThrow().state());
        assertEquals(Optional.of(request), authorities().request(Fixture.ISSUING));
        assertEquals(Optional.empty(), authorities().request(Fixture.ROOT));
        assertRefused("there is an authority issuing already", requested);
        assertRefused("was requested with another key", created(Fixture.ISSUING, OTHER, Optional.empty()));
        authorities().record(created(Fixture.ISSUING, KEY, Optional.empty()));
        assertEquals(
                Authority.State.ACTIVE,
                authorities().find(Fixture.ISSUING).orElseThrow().state());
        assertEquals(Optional.of(request), authorities().request(Fixture.ISSUING));
    }

    @Test
    void aNameIsGivenOnceAndRetiredForGood() throws Exception {
        assertRefused("no active authority", new AuditEvent.AuthorityRetired(Fixture.ROOT, "x"));
        authorities().record(created(Fixture.ROOT, KEY, Optional.empty()));
        assertRefused("there is an authority root already", created(Fixture.ROOT, KEY, Optional.empty()));
        authorities().record(new AuditEvent.AuthorityRetired(Fixture.ROOT, "replaced"));
        assertEquals(
                Authority.State.RETIRED,
                authorities().find(Fixture.ROOT).orElseThrow().state());
        assertRefused("there is an authority root already", created(Fixture.ROOT, KEY, Optional.empty()));
        assertRefused("no active authority", new AuditEvent.AuthorityRetired(Fixture.ROOT, "again"));
    }

    @Test
    void whatCannotBeReadLaterIsNotRecorded() throws Exception {
        assertRefused(
                "there is no signature algorithm md5",
                new AuditEvent.AuthorityRequested(Fixture.ROOT, KEY, "md5", Octets.of(new byte[1])));
        assertRefused(
                "not an X.509 certificate",
                new AuditEvent.AuthorityCreated(
                        Fixture.ROOT,
                        KEY,
                        "ecdsa-sha256",
                        Octets.of(new byte[] {0x30, 0}),
                        Optional.empty(),
                        List.of()));
    }

    private void assertRefused(String words, AuditEvent event) {
        LedgerException e =
                assertThrows(LedgerException.class, () -> authorities().record(event));
        assertTrue(e.toString().contains(words), e.toString());
    }
}

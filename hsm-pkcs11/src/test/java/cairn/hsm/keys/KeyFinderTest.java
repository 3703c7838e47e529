package cairn.hsm.keys;

import static cairn.hsm.cryptoki.CryptokiFunction.C_DestroyObject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** An identifier names one key pair or none: neither a half, nor two, nor another kind. */
final class KeyFinderTest {
    private static final byte[] ID = {0x0a, (byte) 0xff};
    private static final KeyRef ROOT = new KeyRef("0aff", "root", new KeySpec.Ed25519());

    private final StubObjects stub = new StubObjects();

    @AfterEach
    void close() {
        stub.close();
    }

    private void pair() {
        stub.objects.put(1L, StubObjects.privateKey(ID, "root"));
        stub.objects.put(2L, StubObjects.publicKey(ID, "root", 7));
    }

    private static String missing(Executable work) {
        TokenException missing = assertThrows(TokenException.class, work);
        assertEquals(Failure.KEY_MISSING, missing.failure());
        return String.valueOf(missing.getMessage());
    }

    @Test
    void bothHalvesAreFoundByTheIdentifierAlone() throws Exception {
        pair();
        stub.objects.put(3L, StubObjects.privateKey(new byte[] {0x0a}, "root"));
        stub.objects.put(4L, StubObjects.publicKey(new byte[] {0x0a}, "root", 8));
        SigningKeyObject found = KeyFinder.find(stub.session(), new KeyRef("0aff", "renamed", ROOT.spec()));
        assertEquals(1, found.handle());
        assertEquals(7, found.publicKey().info()[20]);
        assertFalse(found.alwaysAuthenticate(), "what is not said is not so");
        assertEquals(1, KeyFinder.privateKey(stub.session(), ROOT));
    }

    @Test
    void aKeyThatWantsItsPinEachTimeSaysSo() throws Exception {
        pair();
        stub.object(1).put(Cka.ALWAYS_AUTHENTICATE, StubObjects.bool(true));
        assertTrue(KeyFinder.find(stub.session(), ROOT).alwaysAuthenticate());
    }

    @Test
    void theCountOfWhatWasFoundInsteadIsTold() throws Exception {
        var session = stub.session();
        assertEquals(
                "the token has 0 private keys that are 'root' (CKA_ID 0aff); exactly one is needed",
                missing(() -> KeyFinder.find(session, ROOT)));
        stub.objects.put(1L, StubObjects.privateKey(ID, "root"));
        assertEquals(
                "the token has 0 public keys that are 'root' (CKA_ID 0aff); exactly one is needed",
                missing(() -> KeyFinder.find(session, ROOT)));
        stub.objects.put(2L, StubObjects.publicKey(ID, "root", 7));
        stub.objects.put(3L, StubObjects.publicKey(ID, "other", 8));
        assertTrue(missing(() -> KeyFinder.find(session, ROOT)).startsWith("the token has 2 public keys"));
        stub.objects.put(4L, StubObjects.privateKey(ID, "other"));
        assertTrue(missing(() -> KeyFinder.find(session, ROOT)).startsWith("the token has 2 private keys"));
        assertTrue(missing(() -> KeyFinder.privateKey(session, ROOT)).startsWith("the token has 2 private keys"));
    }

    @Test
    void aKeyOfAnotherKindIsNotTheOneThatWasRecorded() throws Exception {
        pair();
        var session = stub.session();
        KeyRef otherKind = new KeyRef("0aff", "root", new KeySpec.Rsa(2048));
        assertTrue(missing(() -> KeyFinder.find(session, otherKind)).contains("not of the kind that was recorded"));
        stub.object(2).remove(Cka.EC_POINT);
        assertTrue(missing(() -> KeyFinder.find(session, ROOT)).contains("not of the kind that was recorded"));
    }

    @Test
    void listedAreSigningKeysWithAnIdentifierAndAReadablePublicHalf() throws Exception {
        pair();
        stub.objects.put(3L, StubObjects.privateKey(new byte[0], "without identifier"));
        stub.objects.put(4L, StubObjects.publicKey(new byte[0], "without identifier", 1));
        stub.objects.put(5L, StubObjects.privateKey(new byte[] {3}, "alone"));
        stub.objects.put(6L, StubObjects.privateKey(new byte[] {4}, "unreadable"));
        stub.objects.put(7L, StubObjects.key(Cko.PUBLIC_KEY, 1, new byte[] {4}, "unreadable"));
        Map<Long, byte[]> noSigner = StubObjects.privateKey(new byte[] {5}, "no signer");
        noSigner.put(Cka.SIGN, StubObjects.bool(false));
        stub.objects.put(8L, noSigner);
        stub.objects.put(9L, StubObjects.publicKey(new byte[] {5}, "no signer", 1));
        Map<Long, byte[]> unlabelled = StubObjects.privateKey(new byte[] {6}, "");
        unlabelled.remove(Cka.LABEL);
        stub.objects.put(10L, unlabelled);
        stub.objects.put(11L, StubObjects.publicKey(new byte[] {6}, "", 1));
        assertEquals(List.of(ROOT, new KeyRef("06", "", ROOT.spec())), KeyFinder.all(stub.session()));
    }

    @Test
    void thePrivateHalfIsDestroyedFirstAndEveryPublicOneAfterIt() throws Exception {
        pair();
        stub.objects.put(3L, StubObjects.publicKey(ID, "copy", 7));
        stub.objects.put(4L, StubObjects.publicKey(new byte[] {1}, "root", 7));
        KeyFinder.destroy(stub.session(), ROOT);
        assertEquals(List.of(1L, 2L, 3L), stub.destroyed);
        assertEquals(1, stub.objects.size());
    }

    @Test
    void nothingIsDestroyedWhenItIsNotClearWhat() throws Exception {
        pair();
        stub.objects.put(3L, StubObjects.privateKey(ID, "root"));
        var session = stub.session();
        missing(() -> KeyFinder.destroy(session, ROOT));
        assertEquals(List.of(), stub.destroyed);
    }

    @Test
    void aRefusedDestructionLeavesThePublicHalf() throws Exception {
        pair();
        stub.library.answer(C_DestroyObject, ReturnValue.FUNCTION_FAILED);
        var session = stub.session();
        CryptokiException refused = assertThrows(CryptokiException.class, () -> KeyFinder.destroy(session, ROOT));
        assertEquals(C_DestroyObject, refused.function());
        assertEquals(2, stub.objects.size());
        assertEquals(
                1, stub.library.calls().stream().filter(C_DestroyObject::equals).count());
    }
}

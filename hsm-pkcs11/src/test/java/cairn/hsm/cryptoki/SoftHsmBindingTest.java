package cairn.hsm.cryptoki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckk;
import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.Constants.Flag;
import cairn.testkit.SoftHsm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions themselves, each called on SoftHSM. */
final class SoftHsmBindingTest {
    private static final long SHA256_RSA_PKCS = 0x40;
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Cryptoki cryptoki;
    private long slot;
    private long session;

    @BeforeEach
    void open() throws Exception {
        SoftHsm hsm = SoftHsm.withToken(folder, "Binding");
        hsm.useInThisProcess();
        cryptoki = Cryptoki.load(new FunctionListSource.LibraryFile(hsm.library()));
        cryptoki.library().initialize(true, Optional.empty());
        slot = Arrays.stream(cryptoki.library().slots(true))
                .filter(this::isInitialized)
                .findFirst()
                .orElseThrow();
        session = cryptoki.sessions().open(slot, true);
        login(Constants.Session.USER_USER, SoftHsm.PIN);
    }

    @AfterEach
    void close() throws CryptokiException {
        if (cryptoki != null) {
            cryptoki.library().finish();
        }
    }

    private boolean isInitialized(long candidate) {
        try {
            return (cryptoki.library().token(candidate).flags() & Flag.TOKEN_INITIALIZED) != 0;
        } catch (CryptokiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void login(long user, String pin) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            cryptoki.sessions().login(session, user, pin(arena, pin));
        }
    }

    private static MemorySegment pin(Arena arena, String text) {
        return Memory.of(arena, text.getBytes(StandardCharsets.UTF_8));
    }

    private KeyCalls.KeyPair rsa() throws CryptokiException {
        return cryptoki.keys()
                .generateKeyPair(
                        session,
                        new Mechanism.Plain(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                        List.of(
                                Attribute.of(Cka.MODULUS_BITS, 2048),
                                Attribute.of(Cka.PUBLIC_EXPONENT, new byte[] {1, 0, 1}),
                                Attribute.of(Cka.VERIFY, true),
                                Attribute.of(Cka.ENCRYPT, true)),
                        List.of(
                                Attribute.of(Cka.SIGN, true),
                                Attribute.of(Cka.DECRYPT, true),
                                Attribute.of(Cka.LABEL, "rsa")));
    }

    private long aes(boolean extractable) throws CryptokiException {
        return cryptoki.keys()
                .generateKey(
                        session,
                        new Mechanism.Plain(Ckm.AES_KEY_GEN),
                        List.of(
                                Attribute.of(Cka.VALUE_LEN, 32),
                                Attribute.of(Cka.SENSITIVE, true),
                                Attribute.of(Cka.EXTRACTABLE, extractable),
                                Attribute.of(Cka.WRAP, true),
                                Attribute.of(Cka.UNWRAP, true)));
    }

    @Test
    void describesLibrarySlotTokenAndMechanism() throws Exception {
        Description.Library library = cryptoki.library().info();
        assertEquals("2.40", library.cryptokiVersion());
        assertEquals("SoftHSM", library.manufacturer());
        Description.Slot here = cryptoki.library().slot(slot);
        assertTrue((here.flags() & Flag.TOKEN_PRESENT) != 0);
        assertTrue(here.description().startsWith("SoftHSM slot"), here.description());
        Description.Token token = cryptoki.library().token(slot);
        assertEquals("Binding", token.label());
        assertEquals("SoftHSM project", token.manufacturer());
        assertEquals(4, token.minPinLength());
        assertEquals(255, token.maxPinLength());
        assertEquals(16, token.serialNumber().length());
        long[] mechanisms = cryptoki.library().mechanisms(slot);
        assertTrue(Arrays.stream(mechanisms).anyMatch(type -> type == Ckm.ECDSA));
        Description.Mechanism rsa = cryptoki.library().mechanism(slot, Ckm.RSA_PKCS);
        assertTrue(rsa.minKeySize() >= 512 && rsa.maxKeySize() >= 4096, rsa.toString());
    }

    @Test
    void describesSessions() throws CryptokiException {
        Description.Session info = cryptoki.sessions().info(session);
        assertEquals(slot, info.slotId());
        assertEquals(Constants.Session.STATE_RW_USER, info.state());
        cryptoki.sessions().logout(session);
        assertEquals(2, cryptoki.sessions().info(session).state(), "public, read/write");
        cryptoki.sessions().close(session);
        CryptokiException closed =
                assertThrows(CryptokiException.class, () -> cryptoki.sessions().info(session));
        assertTrue(closed.is(ReturnValue.SESSION_HANDLE_INVALID), closed.getMessage());
        assertEquals(CryptokiFunction.C_GetSessionInfo, closed.function());
    }

    @Test
    void closesAllSessions() throws CryptokiException {
        long other = cryptoki.sessions().open(slot, false);
        cryptoki.sessions().closeAll(slot);
        for (long closed : new long[] {session, other}) {
            assertThrows(CryptokiException.class, () -> cryptoki.sessions().info(closed));
        }
    }

    @Test
    void functionsOfVersionThreeAreNotThere() {
        for (CryptokiException missing : List.of(
                assertThrows(CryptokiException.class, () -> cryptoki.sessions().cancel(session, 0)),
                assertThrows(CryptokiException.class, () -> cryptoki.sessions().validationFlags(session, 0)),
                assertThrows(
                        CryptokiException.class,
                        () -> cryptoki.sessions().loginUser(session, 1, MemorySegment.NULL, MemorySegment.NULL)))) {
            assertTrue(missing.is(ReturnValue.FUNCTION_NOT_SUPPORTED), missing.getMessage());
        }
    }

    @Test
    void changesAndSetsPins() throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            cryptoki.sessions().setPin(session, pin(arena, SoftHsm.PIN), pin(arena, "2468"));
            cryptoki.sessions().logout(session);
            login(Constants.Session.USER_SO, SoftHsm.SO_PIN);
            cryptoki.sessions().initPin(session, pin(arena, "1357"));
            cryptoki.sessions().logout(session);
            CryptokiException wrong =
                    assertThrows(CryptokiException.class, () -> login(Constants.Session.USER_USER, "2468"));
            assertTrue(wrong.is(ReturnValue.PIN_INCORRECT));
            login(Constants.Session.USER_USER, "1357");
        }
    }

    @Test
    void createsFindsChangesAndDestroysObjects() throws CryptokiException {
        Session here = new Session(cryptoki, session);
        for (int i = 0; i < 70; i++) {
            cryptoki.objects()
                    .create(
                            session,
                            List.of(
                                    Attribute.of(Cka.CLASS, 0L),
                                    Attribute.of(Cka.LABEL, "note"),
                                    Attribute.of(Cka.MODIFIABLE, true),
                                    Attribute.of(Cka.VALUE, new byte[] {(byte) i})));
        }
        List<Long> found = here.find(Attribute.of(Cka.LABEL, "note"));
        assertEquals(70, found.size(), "more than one batch");
        long first = found.getFirst();
        cryptoki.objects().set(session, first, List.of(Attribute.of(Cka.LABEL, "nöte")));
        assertEquals("nöte", here.attributes(first, Cka.LABEL).text(Cka.LABEL));
        cryptoki.objects().destroy(session, first);
        assertEquals(69, here.find(Attribute.of(Cka.LABEL, "note")).size());
        assertEquals(0, here.find(Attribute.of(Cka.LABEL, "nöte")).size());
    }

    @Test
    void attributesThatAreWithheldAreLeftOutAndOthersAreRead() throws CryptokiException {
        AttributeValues values = new Session(cryptoki, session)
                .attributes(aes(false), Cka.VALUE, Cka.VALUE_LEN, Cka.KEY_TYPE, Cka.MODULUS, Cka.EXTRACTABLE);
        assertTrue(values.octets(Cka.VALUE).isEmpty(), "sensitive");
        assertTrue(values.octets(Cka.MODULUS).isEmpty(), "not of this kind");
        assertEquals(32, values.number(Cka.VALUE_LEN).orElseThrow());
        assertEquals(Ckk.AES, values.number(Cka.KEY_TYPE).orElseThrow());
        assertEquals(Optional.of(false), values.bool(Cka.EXTRACTABLE));
        assertTrue(values.number(Cka.EXTRACTABLE).isEmpty(), "one octet is no number");
        assertEquals("", values.text(Cka.LABEL));
        assertFalse(values.types().contains(Cka.VALUE));
    }

    @Test
    void signsAtOnceAndInPartsAndVerifies() throws CryptokiException {
        KeyCalls.KeyPair pair = rsa();
        Mechanism how = new Mechanism.Plain(SHA256_RSA_PKCS);
        try (Arena arena = Arena.ofConfined()) {
            SignCalls signing = cryptoki.signing(arena);
            signing.begin(session, how, pair.privateKey());
            byte[] signature = signing.finish(session, DATA);
            cryptoki.keys().verify(session, how, pair.publicKey(), DATA, signature);
            signing.begin(session, how, pair.privateKey());
            byte[] inParts = signing.finishInParts(session, List.of(new byte[] {'d', 'a'}, new byte[] {'t', 'a'}));
            assertArrayEquals(signature, inParts);
            CryptokiException forged = assertThrows(
                    CryptokiException.class,
                    () -> cryptoki.keys().verify(session, how, pair.publicKey(), new byte[1], signature));
            assertEquals("C_Verify returned CKR_SIGNATURE_INVALID", forged.getMessage());
        }
    }

    @Test
    void buffersServeManySignatures() throws CryptokiException {
        KeyCalls.KeyPair pair = rsa();
        Mechanism pkcs = new Mechanism.Plain(SHA256_RSA_PKCS);
        Mechanism pss = new Mechanism.RsaPss(Ckm.SHA256, Constants.Mgf.SHA256, 32);
        try (Arena arena = Arena.ofConfined()) {
            SignCalls signing = cryptoki.signing(arena);
            for (int size : new int[] {1, 16_384, 16_385, 100_000, 0, 3}) {
                byte[] content = new byte[size];
                signing.begin(session, pkcs, pair.privateKey());
                cryptoki.keys().verify(session, pkcs, pair.publicKey(), content, signing.finish(session, content));
                byte[] digest = Arrays.copyOf(content, 32);
                signing.begin(session, pss, pair.privateKey());
                cryptoki.keys().verify(session, pss, pair.publicKey(), digest, signing.finish(session, digest));
            }
        }
    }

    @Test
    void decrypts() throws Exception {
        KeyCalls.KeyPair pair = rsa();
        AttributeValues values =
                new Session(cryptoki, session).attributes(pair.publicKey(), Cka.MODULUS, Cka.PUBLIC_EXPONENT);
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, values.octets(Cka.MODULUS).orElseThrow()),
                        new BigInteger(1, values.octets(Cka.PUBLIC_EXPONENT).orElseThrow())));
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        byte[] clear = cryptoki.keys()
                .decrypt(session, new Mechanism.Plain(Ckm.RSA_PKCS), pair.privateKey(), cipher.doFinal(DATA));
        assertArrayEquals(DATA, clear);
    }

    @Test
    void wrapsAndUnwraps() throws CryptokiException {
        long wrapping = aes(false);
        long secret = aes(true);
        Mechanism how = new Mechanism.Plain(Ckm.AES_KEY_WRAP);
        byte[] wrapped = cryptoki.keys().wrap(session, how, wrapping, secret);
        assertEquals(40, wrapped.length, "32 octets and 8 of RFC 3394");
        long again = cryptoki.keys()
                .unwrap(
                        session,
                        how,
                        wrapping,
                        wrapped,
                        List.of(
                                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                                Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                                Attribute.of(Cka.EXTRACTABLE, true)));
        assertArrayEquals(wrapped, cryptoki.keys().wrap(session, how, wrapping, again));
        CryptokiException refused =
                assertThrows(CryptokiException.class, () -> cryptoki.keys().wrap(session, how, secret, wrapping));
        assertEquals("C_WrapKey returned CKR_KEY_UNEXTRACTABLE", refused.getMessage());
    }

    @Test
    void initialisesATokenAgain() throws CryptokiException {
        cryptoki.sessions().closeAll(slot);
        try (Arena arena = Arena.ofConfined()) {
            cryptoki.library().initToken(slot, pin(arena, SoftHsm.SO_PIN), "Anew");
        }
        assertEquals("Anew", cryptoki.library().token(slot).label());
    }

    @Test
    void aSecondInitialisationIsRefused() {
        CryptokiException twice =
                assertThrows(CryptokiException.class, () -> cryptoki.library().initialize(true, Optional.empty()));
        assertTrue(twice.is(ReturnValue.CRYPTOKI_ALREADY_INITIALIZED));
    }
}

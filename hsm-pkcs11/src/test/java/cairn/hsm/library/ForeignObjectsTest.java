package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckk;
import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.cryptoki.Mechanism;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SoftHsm;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that others left on a token, and tokens that are hard to tell apart. */
final class ForeignObjectsTest {
    private static final String ID = "0a0b0c";

    @TempDir
    Path folder;

    private HsmFixture fixture;
    private Cryptoki other;
    private Token token;
    private Session session;

    @BeforeEach
    void open() throws Exception {
        fixture = HsmFixture.in(folder);
        other = Cryptoki.load(new FunctionListSource.LibraryFile(fixture.hsm.library()));
        token = fixture.login();
        long slot = TokenFinder.find(other.library(), HsmFixture.SELECTOR).slotId();
        session = new Session(other, other.sessions().open(slot, true));
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    private void replacePublicKey(Attribute... attributes) throws CryptokiException {
        for (long handle : session.find(Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY), Attribute.of(Cka.ID, id()))) {
            other.objects().destroy(session.handle(), handle);
        }
        if (attributes.length > 0) {
            other.objects().create(session.handle(), List.of(attributes));
        }
    }

    private static byte[] id() {
        return HexFormat.of().parseHex(ID);
    }

    private static Attribute[] publicKey(long type, Attribute first, Attribute second) {
        return new Attribute[] {
            Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
            Attribute.of(Cka.KEY_TYPE, type),
            Attribute.of(Cka.TOKEN, true),
            Attribute.of(Cka.ID, id()),
            first,
            second
        };
    }

    private List<KeySpec> kinds() throws TokenException {
        return token.keys().stream().map(KeyRef::spec).toList();
    }

    @Test
    void aLaxKeyIsListedAndItsProofTellsWhatIsWrong() throws Exception {
        TestKeys.generateP384(
                session,
                ID,
                "lax",
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true),
                Attribute.of(Cka.DERIVE, true));
        KeyRef key = token.keys().getFirst();
        assertEquals(new KeyRef(ID, "lax", new KeySpec.Ec(Curve.P384)), key);
        KeyProof proof = token.proof(key);
        assertTrue(
                proof.deviations()
                        .containsAll(Set.of(
                                "CKA_SENSITIVE is CK_FALSE instead of CK_TRUE",
                                "CKA_EXTRACTABLE is CK_TRUE instead of CK_FALSE",
                                "CKA_ALWAYS_SENSITIVE is CK_FALSE instead of CK_TRUE",
                                "CKA_NEVER_EXTRACTABLE is CK_FALSE instead of CK_TRUE",
                                "CKA_DERIVE is CK_TRUE instead of CK_FALSE")),
                proof.deviations().toString());
    }

    @Test
    void aPrivateKeyAloneIsNotListed() throws Exception {
        TestKeys.generateP384(session, ID, "alone");
        replacePublicKey();
        assertEquals(List.of(), token.keys());
    }

    @Test
    void aPointWithoutItsWrappingIsRead() throws Exception {
        TestKeys.generateP384(session, ID, "raw point");
        byte[] raw = new byte[97];
        raw[0] = 4;
        replacePublicKey(publicKey(
                Ckk.EC,
                Attribute.of(Cka.EC_PARAMS, HexFormat.of().parseHex("06052b81040022")),
                Attribute.of(Cka.EC_POINT, raw)));
        assertEquals(List.of(new KeySpec.Ec(Curve.P384)), kinds());
        assertEquals(120, token.publicKey(token.keys().getFirst()).length);
    }

    @Test
    void pointsOfTheWrongLengthAndUnknownCurvesAreNotKeys() throws Exception {
        TestKeys.generateP384(session, ID, "malformed");
        replacePublicKey(publicKey(
                Ckk.EC,
                Attribute.of(Cka.EC_PARAMS, HexFormat.of().parseHex("06052b81040022")),
                Attribute.of(Cka.EC_POINT, new byte[] {4, 1, 5})));
        assertEquals(List.of(), kinds());
        replacePublicKey(publicKey(
                Ckk.EC,
                Attribute.of(Cka.EC_PARAMS, HexFormat.of().parseHex("06052b8104000a")),
                Attribute.of(Cka.EC_POINT, new byte[65])));
        assertEquals(List.of(), kinds());
    }

    @Test
    void rsaKeysOfOtherSizesAreNotListed() throws Exception {
        TestKeys.generateP384(session, ID, "small");
        for (int octets : new int[] {128, 255, 384}) {
            byte[] modulus = new byte[octets];
            modulus[0] = (byte) 0x80;
            replacePublicKey(publicKey(
                    Ckk.RSA, Attribute.of(Cka.MODULUS, modulus), Attribute.of(Cka.PUBLIC_EXPONENT, new byte[] {1, 0, 1
                    })));
            assertEquals(octets == 384 ? List.of(new KeySpec.Rsa(3072)) : List.of(), kinds());
        }
    }

    @Test
    void edwardsKeysByNameAreRead() throws Exception {
        TestKeys.generateP384(session, ID, "edwards");
        replacePublicKey(publicKey(
                Ckk.EC_EDWARDS,
                Attribute.of(Cka.EC_PARAMS, HexFormat.of().parseHex("130c656477617264733235353139")),
                Attribute.of(Cka.EC_POINT, new byte[32])));
        assertEquals(List.of(new KeySpec.Ed25519()), kinds());
    }

    @Test
    void aLabelOfASecretKeyIsTakenToo() throws Exception {
        other.keys()
                .generateKey(
                        session.handle(),
                        new Mechanism.Plain(Ckm.AES_KEY_GEN),
                        List.of(
                                Attribute.of(Cka.VALUE_LEN, 32),
                                Attribute.of(Cka.TOKEN, true),
                                Attribute.of(Cka.LABEL, "backup")));
        TokenException refused =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Ec(Curve.P256), "backup"));
        assertEquals(Failure.KEY_EXISTS, refused.failure());
        assertEquals(List.of(), token.keys());
    }

    @Test
    void tokensWithOneLabelAreToldApartBySerialNumber() throws Exception {
        token.close();
        other.sessions().close(session.handle());
        fixture.hsm.initToken(HsmFixture.LABEL);
        other.library().finish();
        TokenException several = assertThrows(TokenException.class, fixture::login);
        assertEquals(Failure.BAD_REQUEST, several.failure());
        List<String> serials = fixture.module.slots().stream()
                .flatMap(slot -> Optional.ofNullable(slot.token()).stream())
                .filter(info -> info.label().equals(HsmFixture.LABEL))
                .map(info -> info.serialNumber())
                .toList();
        assertEquals(2, serials.size());
        for (String serial : serials) {
            assertTrue(String.valueOf(several.getMessage()).contains(serial), several.getMessage());
            TokenSelector exact = new TokenSelector(HsmFixture.LABEL, Optional.of(serial));
            try (Token one = fixture.module.open(exact, HsmFixture.pin(SoftHsm.PIN), TokenOptions.DEFAULT)) {
                assertEquals(serial, one.info().serialNumber());
            }
            assertFalse(fixture.module.mechanisms(exact).isEmpty());
        }
    }

    @Test
    void anAbsentTokenIsNamedWithWhatIsThere() {
        TokenException absent = assertThrows(
                TokenException.class,
                () -> fixture.module.mechanisms(new TokenSelector("Elsewhere", Optional.of("77"))));
        assertEquals(Failure.TOKEN_ABSENT, absent.failure());
        String words = String.valueOf(absent.getMessage());
        assertTrue(words.contains("'Elsewhere' with the serial number 77"), words);
        assertTrue(words.contains("'" + HsmFixture.LABEL + "'"), words);
    }

    @Test
    void aLibraryThatIsOpenIsNotOpenedAgain() {
        TokenException twice = assertThrows(
                TokenException.class,
                () -> CryptokiModule.open(
                        new FunctionListSource.LibraryFile(fixture.hsm.library()), HsmFixture.settings(fixture.clock)));
        assertEquals(Failure.REJECTED, twice.failure());
        assertTrue(String.valueOf(twice.getMessage()).contains("CKR_CRYPTOKI_ALREADY_INITIALIZED"));
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() {
        Path file = folder.resolve("no-such-library.so");
        TokenException absent = assertThrows(
                TokenException.class,
                () -> CryptokiModule.open(
                        new FunctionListSource.LibraryFile(file), HsmFixture.settings(fixture.clock)));
        assertEquals(Failure.LIBRARY_UNUSABLE, absent.failure());
        assertTrue(String.valueOf(absent.getMessage()).contains(file.toString()), absent.getMessage());
    }

    @Test
    void whatTheLibrarySaysOfItselfIsTold() throws TokenException {
        assertEquals("SoftHSM", fixture.module.info().manufacturer());
        assertEquals("2.40", fixture.module.info().cryptokiVersion());
        assertTrue(token.mechanisms().stream()
                .anyMatch(mechanism -> mechanism.name().equals("CKM_ECDSA")
                        && mechanism.flags().contains("CKF_SIGN")));
        assertTrue(fixture.module.slots().stream().anyMatch(slot -> !slot.initialized()));
    }
}

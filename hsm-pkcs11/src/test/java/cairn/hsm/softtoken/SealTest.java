package cairn.hsm.softtoken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a software token's file: header, seal and list of keys, each alone. */
final class SealTest {
    private static final byte[] SALT = "NaCl".getBytes(StandardCharsets.US_ASCII);

    @Test
    void thePassphraseIsStretchedAsRfc7914Says() {
        // Section 12, the first vector; its first 32 octets are the key, the next 16 the check.
        try (Pin pin = Tokens.pin("")) {
            SealingKey key = SealingKey.derive(pin, new byte[0], new ScryptCost(16, 1, 1));
            assertEquals("fcd0069ded0948f8326a753a0fc81f17", HexFormat.of().formatHex(key.check()));
        }
    }

    @Test
    void anotherPassphraseSaltOrCostIsAnotherKey() {
        SealingKey key = key("a", SALT, Tokens.CHEAP);
        assertTrue(key.hasCheck(key("a", SALT, Tokens.CHEAP).check()));
        assertFalse(key.hasCheck(key("b", SALT, Tokens.CHEAP).check()));
        assertFalse(key.hasCheck(key("a", new byte[] {1}, Tokens.CHEAP).check()));
        assertFalse(key.hasCheck(key("a", SALT, new ScryptCost(32, 8, 1)).check()));
        assertFalse(key.hasCheck(new byte[0]));
    }

    private static SealingKey key(String passphrase, byte[] salt, ScryptCost cost) {
        try (Pin pin = Tokens.pin(passphrase)) {
            return SealingKey.derive(pin, salt, cost);
        }
    }

    @Property(tries = 100)
    void whatIsSealedIsUnsealedAndAnyOtherBitIsNot(
            @ForAll @Size(max = 100) byte[] plain,
            @ForAll @Size(min = 1, max = 40) byte[] associated,
            @ForAll @IntRange(max = 1 << 16) int bit)
            throws TokenException {
        SealingKey key = key("a", SALT, Tokens.CHEAP);
        byte[] nonce = new byte[SealedFile.NONCE_OCTETS];
        byte[] sealed = key.seal(nonce, associated, plain);
        assertArrayEquals(plain, key.unseal(nonce, associated, sealed));
        refused(() -> key.unseal(flipped(nonce, bit), associated, sealed));
        refused(() -> key.unseal(nonce, flipped(associated, bit), sealed));
        refused(() -> key.unseal(nonce, associated, flipped(sealed, bit)));
        refused(() -> key("b", SALT, Tokens.CHEAP).unseal(nonce, associated, sealed));
        refused(() -> key.unseal(nonce, associated, java.util.Arrays.copyOf(sealed, sealed.length - 1)));
    }

    private static byte[] flipped(byte[] octets, int bit) {
        byte[] other = octets.clone();
        other[bit / 8 % octets.length] ^= (byte) (1 << bit % 8);
        return other;
    }

    private static void refused(org.junit.jupiter.api.function.Executable action) {
        assertEquals(
                Failure.TOKEN_DAMAGED,
                assertThrows(TokenException.class, action).failure());
    }

    @Property(tries = 200)
    void theListOfKeysReadsBack(@ForAll("keys") List<StoredKey> keys) throws TokenException {
        List<StoredKey> read = KeyList.decode(KeyList.encode(keys));
        assertEquals(
                keys.stream().map(StoredKey::reference).toList(),
                read.stream().map(StoredKey::reference).toList());
        for (int i = 0; i < keys.size(); i++) {
            assertArrayEquals(keys.get(i).privateKeyInfo(), read.get(i).privateKeyInfo());
            assertArrayEquals(keys.get(i).subjectPublicKeyInfo(), read.get(i).subjectPublicKeyInfo());
        }
    }

    @Property(tries = 1000)
    void aDamagedListIsReadOrCalledDamageAndNothingElse(
            @ForAll("keys") List<StoredKey> keys, @ForAll @IntRange(max = 1 << 16) int bit) {
        byte[] damaged = flipped(KeyList.encode(keys), bit);
        try {
            KeyList.decode(damaged).forEach(key -> assertFalse(key.reference().id() == null));
        } catch (TokenException e) {
            assertEquals(Failure.TOKEN_DAMAGED, e.failure());
        }
    }

    @Provide
    Arbitrary<List<StoredKey>> keys() {
        Arbitrary<byte[]> octets =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(30);
        Arbitrary<String> labels = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\u00E4')
                .ofMaxLength(32);
        return Combinators.combine(octets, labels, Arbitraries.of(KeyKind.all()), octets, octets)
                .as((id, label, spec, secret, open) ->
                        new StoredKey(new KeyRef(HexFormat.of().formatHex(id), label, spec), secret, open))
                .list()
                .ofMaxSize(4);
    }

    @Test
    void everyKindHasANameOfItsOwn() {
        for (KeySpec spec : KeyKind.all()) {
            assertEquals(spec, KeyKind.named(KeyKind.name(spec)).orElseThrow());
        }
        assertEquals(
                KeyKind.all().size(),
                KeyKind.all().stream().map(KeyKind::name).distinct().count());
        assertTrue(KeyKind.named("RSA 512").isEmpty());
        assertTrue(KeyKind.named("").isEmpty());
    }

    @Property(tries = 200)
    void aHeaderReadsBack(@ForAll("labels") String label, @ForAll @Size(min = 1, max = 32) byte[] salt) {
        TokenHeader header = new TokenHeader(label, "0123456789abcdef", new ScryptCost(1 << 14, 8, 2), salt);
        TokenHeader read = TokenHeader.decode(ASN1Sequence.getInstance(header.encoded()));
        assertEquals(label, read.label());
        assertEquals("0123456789abcdef", read.serialNumber());
        assertEquals(header.cost(), read.cost());
        assertArrayEquals(salt, read.salt());
        assertTrue(read.hasSalt(salt));
        assertFalse(read.withSalt(new byte[40]).hasSalt(salt));
        assertArrayEquals(header.encoded(), read.encoded(), "the seal is over these octets");
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\u00E4', '\u4E2D')
                .ofMinLength(1)
                .ofMaxLength(32);
    }

    @ParameterizedTest
    @CsvSource({
        "a later version, 020101, 020102",
        "another stretching, 2b06010401da47040b, 2b06010401da47040c",
        "more work than anybody waits for, 02024000, 02027fff"
    })
    void aHeaderThatAsksForSomethingElseIsRefused(String why, String from, String to) {
        TokenHeader header = new TokenHeader("label", "00", new ScryptCost(1 << 14, 8, 2), SALT);
        String hex = HexFormat.of().formatHex(header.encoded());
        assertTrue(hex.contains(from), hex);
        byte[] changed = HexFormat.of().parseHex(hex.replaceFirst(from, to));
        assertThrows(IllegalArgumentException.class, () -> TokenHeader.decode(ASN1Sequence.getInstance(changed)), why);
    }
}

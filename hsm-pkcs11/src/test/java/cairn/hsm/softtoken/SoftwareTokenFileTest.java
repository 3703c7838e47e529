package cairn.hsm.softtoken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftwareTokenFileTest {
    private static final KeySpec P256 = new KeySpec.Ec(KeySpec.Curve.P256);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("token");
    }

    @Test
    void saysWhoItIsAndThatItIsNoHsm() throws Exception {
        assertFalse(SoftwareToken.isSoftwareToken(file));
        try (SoftwareToken token = Tokens.create(file)) {
            TokenInfo info = token.info();
            assertTrue(SoftwareToken.isSoftwareToken(file));
            assertEquals(info, SoftwareToken.info(file), "the same without the passphrase");
            assertTrue(info.software());
            assertEquals("Cairn", info.manufacturer());
            assertEquals("software token (not an HSM)", info.model());
            assertEquals(Tokens.LABEL, info.label());
            assertTrue(info.serialNumber().matches("[0-9a-f]{16}"), info.serialNumber());
            KeyProof proof = token.proof(token.generateKeyPair(P256, "a"));
            assertEquals(true, proof.answers().get("CKA_LOCAL"));
            assertEquals(false, proof.answers().get("CKA_EXTRACTABLE"));
            assertTrue(proof.deviations().iterator().next().contains("not by an HSM"));
            assertEquals(info.serialNumber(), SoftwareToken.info(file).serialNumber(), "fixed at creation");
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("passphrase"));
    }

    /** NIST SP 800-63B counts characters, not octets. */
    @ParameterizedTest
    @CsvSource({
        "seven77, false",
        "eight888, true",
        "\u00e4\u00f6\u00fc\u00e4\u00f6\u00fc7, false",
        "\u00e4\u00f6\u00fc\u00e4\u00f6\u00fc78, true"
    })
    void aNewPassphraseHasEightCharacters(String text, boolean suits) throws Throwable {
        try (SoftwareToken token = Tokens.create(file);
                Pin old = Tokens.pin(Tokens.PASSPHRASE);
                Pin fresh = Tokens.pin(text)) {
            Executable create = () -> Tokens.create(folder.resolve("other"), "x", fresh, Tokens.RANDOM)
                    .close();
            Executable change = () -> token.changePassphrase(old, fresh);
            if (suits) {
                create.execute();
                change.execute();
            } else {
                failsAs(Failure.PIN_UNSUITABLE, create);
                failsAs(Failure.PIN_UNSUITABLE, change);
            }
        }
        Tokens.open(file, suits ? text : Tokens.PASSPHRASE).close();
        assertEquals(suits, Files.exists(folder.resolve("other")));
    }

    @Test
    void aTokenOfBeforeOpensWithItsShortPassphraseAndGetsALongerOne() throws Exception {
        TokenHeader header = new TokenHeader("old", "0123456789abcdef", Tokens.CHEAP, new byte[16]);
        try (Pin old = Tokens.pin("1234");
                Pin fresh = Tokens.pin("eight888")) {
            SealingKey key = SealingKey.derive(old, header.salt(), header.cost());
            KeyVault.create(new DurableFile(file), header, key, Tokens.RANDOM).close();
            try (SoftwareToken token = Tokens.open(file, "1234")) {
                token.generateKeyPair(P256, "kept");
                token.changePassphrase(old, fresh);
            }
        }
        try (SoftwareToken token = Tokens.open(file, "eight888")) {
            assertEquals("kept", token.keys().getFirst().label());
        }
    }

    @Test
    void neitherCreatesOverAFileNorWithABadLabelOrPassphrase() throws Exception {
        Tokens.create(file).close();
        byte[] before = Files.readAllBytes(file);
        failsAs(Failure.REJECTED, () -> Tokens.create(file));
        assertArrayEquals(before, Files.readAllBytes(file));
        Path other = folder.resolve("other");
        try (Pin shortPin = Tokens.pin("seven77");
                Pin pin = Tokens.pin("eight888")) {
            failsAs(Failure.PIN_UNSUITABLE, () -> SoftwareToken.create(other, "x", shortPin, Tokens.RANDOM));
            failsAs(Failure.BAD_REQUEST, () -> SoftwareToken.create(other, " ", pin, Tokens.RANDOM));
            failsAs(Failure.BAD_REQUEST, () -> SoftwareToken.create(other, "x".repeat(33), pin, Tokens.RANDOM));
        }
        assertFalse(Files.exists(other));
    }

    @Test
    void aWrongPassphraseIsAskedForOnceAndIsNotCalledDamage() throws Exception {
        Tokens.create(file).close();
        AtomicInteger asked = new AtomicInteger();
        failsAs(
                Failure.PIN_INCORRECT,
                () -> SoftwareToken.open(
                        file,
                        (token, role) -> {
                            asked.incrementAndGet();
                            return Tokens.pin("wrong horse");
                        },
                        Tokens.RANDOM));
        assertEquals(1, asked.get());
    }

    @Test
    void everyFlippedOctetIsFoundBeforeThePassphraseIsAskedFor() throws Exception {
        try (SoftwareToken token = Tokens.create(file)) {
            token.generateKeyPair(P256, "a");
        }
        byte[] good = Files.readAllBytes(file);
        AtomicInteger asked = new AtomicInteger();
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << (at % 8));
            Files.write(file, bad);
            TokenException failure = assertThrows(
                    TokenException.class,
                    () -> SoftwareToken.open(
                            file,
                            (token, role) -> {
                                asked.incrementAndGet();
                                return Tokens.pin(Tokens.PASSPHRASE);
                            },
                            Tokens.RANDOM));
            assertEquals(
                    at < SealedFile.recognisedBy() ? Failure.TOKEN_ABSENT : Failure.TOKEN_DAMAGED, failure.failure());
        }
        assertEquals(0, asked.get());
    }

    @Test
    void everyFlipWithACorrectedDigestIsStillFound() throws Exception {
        try (SoftwareToken token = Tokens.create(file)) {
            token.generateKeyPair(P256, "a");
        }
        byte[] good = Files.readAllBytes(file);
        int body = good.length - 32;
        for (int at = SealedFile.recognisedBy(); at < body; at++) {
            byte[] forged = good.clone();
            forged[at] ^= (byte) (1 << (at % 8));
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(forged, 0, body);
            System.arraycopy(sha256.digest(), 0, forged, body, 32);
            Files.write(file, forged);
            Failure failure = assertThrows(TokenException.class, () -> Tokens.open(file), "octet " + at)
                    .failure();
            // Who changes the salt or the check makes every passphrase wrong; everything else is damage.
            assertTrue(
                    failure == Failure.TOKEN_DAMAGED || failure == Failure.PIN_INCORRECT,
                    "octet " + at + ": " + failure);
        }
    }

    @Test
    void aCutFileIsDamagedAndAStrangersFileIsNoToken() throws Exception {
        Tokens.create(file).close();
        byte[] good = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(good, good.length - 1));
        failsAs(Failure.TOKEN_DAMAGED, () -> Tokens.open(file));
        Files.write(file, Arrays.copyOf(good, SealedFile.recognisedBy()));
        failsAs(Failure.TOKEN_DAMAGED, () -> Tokens.open(file));
        Files.write(file, new byte[0]);
        failsAs(Failure.TOKEN_ABSENT, () -> Tokens.open(file));
        Files.delete(file);
        failsAs(Failure.TOKEN_ABSENT, () -> Tokens.open(file));
        failsAs(Failure.TOKEN_ABSENT, () -> SoftwareToken.info(file));
    }

    @Test
    void aFileCannotAskForUnboundedWork() {
        assertThrows(IllegalArgumentException.class, () -> new ScryptCost(1 << 21, 8, 1));
        assertThrows(IllegalArgumentException.class, () -> new ScryptCost(1000, 8, 1));
        assertThrows(IllegalArgumentException.class, () -> new ScryptCost(1 << 14, 1 << 20, 1));
        assertThrows(IllegalArgumentException.class, () -> new ScryptCost(1 << 14, 8, 1000));
    }

    @Test
    void labelsAreUniqueAndDestroyedKeysAreGone() throws Exception {
        try (SoftwareToken token = Tokens.create(file)) {
            KeyRef a = token.generateKeyPair(P256, "a");
            KeyRef b = token.generateKeyPair(P256, "b");
            failsAs(Failure.KEY_EXISTS, () -> token.generateKeyPair(P256, "a"));
            failsAs(Failure.BAD_REQUEST, () -> token.generateKeyPair(P256, " "));
            token.destroy(a);
            failsAs(Failure.KEY_MISSING, () -> token.sign(a, new SignMechanism.Ecdsa(Digest.SHA256), new byte[1]));
            failsAs(Failure.KEY_MISSING, () -> token.destroy(a));
            assertEquals(List.of(b), token.keys());
        }
        try (SoftwareToken token = Tokens.open(file)) {
            assertEquals(1, token.keys().size());
        }
    }

    @Test
    void theNewPassphraseOpensAndTheOldDoesNot() throws Exception {
        try (SoftwareToken token = Tokens.create(file);
                SoftwareToken elsewhere = Tokens.open(file);
                Pin old = Tokens.pin(Tokens.PASSPHRASE);
                Pin wrong = Tokens.pin("wrong horse");
                Pin fresh = Tokens.pin("another battery")) {
            KeyRef key = token.generateKeyPair(P256, "a");
            failsAs(Failure.PIN_INCORRECT, () -> token.changePassphrase(wrong, fresh));
            token.changePassphrase(old, fresh);
            token.generateKeyPair(P256, "b");
            failsAs(Failure.LOGIN_REQUIRED, elsewhere::keys);
            failsAs(Failure.LOGIN_REQUIRED, () -> elsewhere.generateKeyPair(P256, "c"));
            failsAs(Failure.PIN_INCORRECT, () -> Tokens.open(file));
            try (SoftwareToken again = Tokens.open(file, "another battery")) {
                assertEquals(key, again.keys().getFirst());
                assertEquals(2, again.keys().size());
            }
        }
    }

    @Test
    void aClosedTokenDoesNothingMore() throws Exception {
        SoftwareToken token = Tokens.create(file);
        KeyRef key = token.generateKeyPair(P256, "a");
        token.close();
        failsAs(Failure.LOGIN_REQUIRED, token::keys);
        failsAs(Failure.LOGIN_REQUIRED, token::info);
        failsAs(Failure.LOGIN_REQUIRED, () -> token.sign(key, new SignMechanism.Ecdsa(Digest.SHA256), new byte[1]));
        failsAs(Failure.LOGIN_REQUIRED, () -> token.generateKeyPair(P256, "b"));
    }

    @Test
    void randomOctets() throws Exception {
        try (SoftwareToken token = Tokens.create(file)) {
            assertEquals(24, token.random(24).length);
            assertFalse(Arrays.equals(token.random(24), token.random(24)));
            failsAs(Failure.BAD_REQUEST, () -> token.random(-1));
        }
    }

    private static void failsAs(Failure expected, Executable action) {
        assertEquals(expected, assertThrows(TokenException.class, action).failure());
    }
}

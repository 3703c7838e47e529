package cairn.hsm.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckk;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of the Java platform, taken apart as a token keeps them: what is put together must be the platform's encoding. */
final class PublicKeyReaderTest {
    private static final byte[] ID = {1};

    private static PublicKey generate(String algorithm, Object size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (size instanceof String curve && !curve.isEmpty()) {
            generator.initialize(new ECGenParameterSpec(curve));
        } else if (size instanceof Integer bits) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair().getPublic();
    }

    private static byte[] raw(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getOctets();
    }

    private static byte[] wrapped(byte[] raw) throws Exception {
        return new DEROctetString(raw).getEncoded();
    }

    private static Map<Long, byte[]> object(long type) {
        return StubObjects.key(Cko.PUBLIC_KEY, type, ID, "key");
    }

    private static Optional<PublicKeyObject> read(Map<Long, byte[]> object) throws Exception {
        try (StubObjects stub = new StubObjects()) {
            stub.objects.put(5L, object);
            return PublicKeyReader.read(stub.session(), 5);
        }
    }

    private static void assertReads(KeySpec spec, PublicKey expected, Map<Long, byte[]> object) throws Exception {
        PublicKeyObject read = read(object).orElseThrow();
        assertEquals(spec, read.spec());
        assertArrayEquals(expected.getEncoded(), read.info());
        read.info()[0] = 0;
        assertArrayEquals(expected.getEncoded(), read.info(), "only copies are given away");
    }

    @ParameterizedTest
    @EnumSource
    void curvesWithTheirPointWrappedOrNot(Curve curve) throws Exception {
        PublicKey key = generate("EC", "secp" + Curves.bits(curve) + "r1");
        Map<Long, byte[]> object = object(Ckk.EC);
        object.put(Cka.EC_PARAMS, Curves.parameters(curve));
        object.put(Cka.EC_POINT, wrapped(raw(key)));
        assertReads(new KeySpec.Ec(curve), key, object);
        object.put(Cka.EC_POINT, raw(key));
        assertReads(new KeySpec.Ec(curve), key, object);
    }

    @Test
    void edwardsKeysByNumberAndByName() throws Exception {
        PublicKey key = generate("Ed25519", 255);
        for (byte[] parameters : new byte[][] {Curves.EDWARDS_OID, Curves.EDWARDS_NAME}) {
            Map<Long, byte[]> object = object(Ckk.EC_EDWARDS);
            object.put(Cka.EC_PARAMS, parameters);
            object.put(Cka.EC_POINT, wrapped(raw(key)));
            assertReads(new KeySpec.Ed25519(), key, object);
            object.put(Cka.EC_POINT, raw(key));
            assertReads(new KeySpec.Ed25519(), key, object);
        }
    }

    @Test
    void rsaNumbersAreUnsignedHoweverTheyArePadded() throws Exception {
        RSAPublicKey key = (RSAPublicKey) generate("RSA", 2048);
        byte[] signed = key.getModulus().toByteArray();
        Map<Long, byte[]> object = object(Ckk.RSA);
        object.put(Cka.PUBLIC_EXPONENT, new byte[] {1, 0, 1});
        object.put(Cka.MODULUS, signed);
        assertReads(new KeySpec.Rsa(2048), key, object);
        object.put(Cka.MODULUS, Arrays.copyOfRange(signed, 1, signed.length));
        object.put(Cka.PUBLIC_EXPONENT, new byte[] {0, 0, 0, 0, 0, 1, 0, 1});
        assertReads(new KeySpec.Rsa(2048), key, object);
    }

    @ParameterizedTest
    @ValueSource(ints = {44, 65, 87})
    void latticeKeysAreKnownByTheirLength(int set) throws Exception {
        PublicKey key = generate("ML-DSA-" + set, "");
        Map<Long, byte[]> object = object(Ckk.ML_DSA);
        object.put(Cka.VALUE, raw(key));
        assertReads(new KeySpec.MlDsa(set), key, object);
        // What a token says of the parameter set is not asked for: the octets decide.
        object.put(Cka.PARAMETER_SET, StubObjects.number(set == 44 ? 3 : 1));
        assertReads(new KeySpec.MlDsa(set), key, object);
        object.put(Cka.VALUE, Arrays.copyOf(raw(key), raw(key).length - 1));
        assertTrue(read(object).isEmpty());
    }

    /** Damages a good P-256 key in one way. */
    private static void assertNoKey(Consumer<Map<Long, byte[]>> damage) throws Exception {
        Map<Long, byte[]> object = object(Ckk.EC);
        object.put(Cka.EC_PARAMS, Curves.parameters(Curve.P256));
        object.put(Cka.EC_POINT, wrapped(new byte[65]));
        assertTrue(read(object).isPresent());
        damage.accept(object);
        assertTrue(read(object).isEmpty());
    }

    @Test
    void whatIsIncompleteOrMalformedIsNoKey() throws Exception {
        assertNoKey(key -> key.remove(Cka.EC_POINT));
        assertNoKey(key -> key.remove(Cka.EC_PARAMS));
        assertNoKey(key -> key.remove(Cka.KEY_TYPE));
        assertNoKey(key -> key.put(Cka.KEY_TYPE, StubObjects.number(1)));
        assertNoKey(key -> key.put(Cka.KEY_TYPE, new byte[] {3}));
        assertNoKey(key -> key.put(Cka.KEY_TYPE, StubObjects.number(Ckk.EC_EDWARDS)));
        assertNoKey(key -> key.put(Cka.KEY_TYPE, StubObjects.number(Ckk.RSA)));
        assertNoKey(key -> key.put(Cka.KEY_TYPE, StubObjects.number(Ckk.ML_DSA)));
        assertNoKey(key -> key.put(Cka.EC_PARAMS, Curves.parameters(Curve.P384)));
        // secp256k1, and a name instead of a number.
        assertNoKey(key -> key.put(Cka.EC_PARAMS, new byte[] {6, 5, 0x2b, (byte) 0x81, 4, 0, 10}));
        assertNoKey(key -> key.put(Cka.EC_PARAMS, new byte[] {0x13, 4, 'P', '2', '5', '6'}));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "33", "64", "66", "67"})
    void pointsOfOtherLengthsAreNoPoints(int octets) throws Exception {
        // 67 octets that are no OCTET STRING, though one has this length.
        assertNoKey(key -> key.put(Cka.EC_POINT, new byte[octets]));
    }

    @Test
    void wrappingsAroundPointsOfOtherLengthsAreNoPoints() throws Exception {
        for (int octets : new int[] {0, 33, 64, 66, 97}) {
            byte[] point = wrapped(new byte[octets]);
            assertNoKey(key -> key.put(Cka.EC_POINT, point));
        }
        byte[] twice = wrapped(wrapped(new byte[65]));
        assertNoKey(key -> key.put(Cka.EC_POINT, twice));
        byte[] trailing = Arrays.copyOf(wrapped(new byte[65]), 68);
        assertNoKey(key -> key.put(Cka.EC_POINT, trailing));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 2049, 3071, 8192})
    void rsaKeysOfOtherSizesAreNoKeysToSignWith(int bits) throws Exception {
        byte[] modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0).toByteArray();
        Map<Long, byte[]> object = new HashMap<>(object(Ckk.RSA));
        object.put(Cka.MODULUS, modulus);
        object.put(Cka.PUBLIC_EXPONENT, new byte[] {3});
        assertTrue(read(object).isEmpty());
    }
}

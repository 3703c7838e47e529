package cairn.ca.csr;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.ConformanceData;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.SubjectPublicKey;
import java.io.BufferedReader;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that anybody could break, or that are not certified here, are refused by the rule that knows them. */
final class KeyRulesTest {
    private static final BigInteger F4 = BigInteger.valueOf(65537);
    private static final KeyPolicy POLICY = KeyRules.standard().policy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA2048",
                "RSA3072",
                "secp256r1",
                "secp384r1",
                "secp521r1",
                "Ed25519",
                "ML-DSA-44",
                "ML-DSA-65",
                "ML-DSA-87"
            })
    void soundKeysPass(String kind) throws Exception {
        assertEquals("", verdict(key(kind)));
    }

    @ParameterizedTest
    @CsvSource({"ML-KEM-768, key.cannot-sign", "X25519, key.cannot-sign", "Ed448, key.algorithm"})
    void otherKindsAreRefusedByName(String kind, String code) throws Exception {
        assertEquals(code, verdict(key(kind)));
    }

    @Test
    void sizesAndExponentsHaveLimits() {
        BigInteger sound = sound(2048);
        assertEquals("key.rsa-size", verdict(SampleRequests.rsa(sound(1024), F4)));
        assertEquals("key.rsa-size", verdict(SampleRequests.rsa(sound(2047), F4)));
        assertEquals(
                "key.rsa-size", verdict(SampleRequests.rsa(ONE.shiftLeft(8192).add(ONE), F4)));
        assertEquals("key.rsa-size", verdict(SampleRequests.rsa(sound.negate(), F4)));
        assertEquals("key.rsa-exponent", verdict(SampleRequests.rsa(sound, BigInteger.valueOf(3))));
        assertEquals("key.rsa-exponent", verdict(SampleRequests.rsa(sound, BigInteger.valueOf(65538))));
        assertEquals(
                "key.rsa-exponent",
                verdict(SampleRequests.rsa(sound, ONE.shiftLeft(300).add(ONE))));
        assertEquals("key.rsa-exponent", verdict(SampleRequests.rsa(sound, BigInteger.valueOf(-65537))));
        assertEquals("key.rsa-modulus-even", verdict(SampleRequests.rsa(sound.clearBit(0), F4)));
        KeyRules lenient =
                new KeyRules(2048, 4096, BigInteger.valueOf(3), KeyBlocklist.empty(), k -> false, k -> false);
        assertTrue(lenient.policy()
                .objection(SampleRequests.rsa(sound, BigInteger.valueOf(3)))
                .isEmpty());
    }

    @Test
    void smallFactorsAreFound() {
        BigInteger prime = new BigInteger(2040, 20, new Random(3));
        assertEquals("key.rsa-small-factor", verdict(SampleRequests.rsa(prime.multiply(BigInteger.valueOf(751)), F4)));
        assertEquals("key.rsa-small-factor", verdict(SampleRequests.rsa(prime.multiply(BigInteger.valueOf(449)), F4)));
    }

    @Test
    void primesThatLieCloseTogetherAreFound() throws Exception {
        BigInteger p = new BigInteger(1024, 20, new Random(5))
                .setBit(1023)
                .setBit(1022)
                .nextProbablePrime();
        BigInteger near = p.nextProbablePrime();
        assertEquals("key.close-primes", verdict(SampleRequests.rsa(p.multiply(near), F4)));
        assertEquals("key.close-primes", verdict(SampleRequests.rsa(p.multiply(p), F4)));
        // 2^516 apart: ((p - q) / 2)^2 / (2 sqrt n) is some dozen rounds.
        BigInteger further = p.add(ONE.shiftLeft(516)).nextProbablePrime();
        assertEquals("key.close-primes", verdict(SampleRequests.rsa(p.multiply(further), F4)));
        BigInteger far = p.add(ONE.shiftLeft(530)).nextProbablePrime();
        assertEquals("", verdict(SampleRequests.rsa(p.multiply(far), F4)));
    }

    @Test
    void theMarkOfFaultyChipsIsFound() {
        BigInteger product = TWO;
        int count = 1;
        for (int prime : SmallFactorRule.primes()) {
            if (count++ < 126) {
                product = product.multiply(BigInteger.valueOf(prime));
            }
        }
        Random random = new Random(7);
        BigInteger modulus = chipPrime(product, random).multiply(chipPrime(product, random));
        while (modulus.bitLength() < 2048) {
            modulus = chipPrime(product, random).multiply(chipPrime(product, random));
        }
        assertEquals("key.roca", verdict(SampleRequests.rsa(modulus, F4)));
        for (int i = 0; i < 2000; i++) {
            assertFalse(RocaRule.hasFingerprint(new BigInteger(2048, random).setBit(0)));
        }
    }

    private static BigInteger chipPrime(BigInteger product, Random random) {
        while (true) {
            BigInteger k = new BigInteger(1024 - product.bitLength(), random).setBit(1023 - product.bitLength());
            BigInteger candidate = k.multiply(product).add(F4.modPow(new BigInteger(60, random), product));
            if (candidate.bitLength() == 1024 && candidate.isProbablePrime(20)) {
                return candidate;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"secp192r1", "secp256k1", "secp224r1", "brainpoolP256r1"})
    void otherCurvesAreRefusedByName(String curve) throws Exception {
        ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve);
        byte[] generator = ECNamedCurveTable.getByOID(oid).getG().getEncoded(false);
        Finding finding = POLICY.objection(ec(oid, generator)).orElseThrow();
        assertEquals("key.ec-curve", finding.code());
        assertTrue(finding.words().contains(curve.equals("secp192r1") ? "prime192v1" : curve), finding.words());
    }

    @Test
    void aCurveInNumbersAndAPointBesideTheCurveAreRefused() throws Exception {
        ASN1ObjectIdentifier p256 = X9ObjectIdentifiers.prime256v1;
        byte[] generator = ECNamedCurveTable.getByOID(p256).getG().getEncoded(false);
        assertEquals("key.ec-explicit-parameters", verdict(ec(ECNamedCurveTable.getByOID(p256), generator)));
        assertEquals("", verdict(ec(p256, generator)));
        byte[] beside = generator.clone();
        beside[64] ^= 1;
        assertEquals("key.ec-point", verdict(ec(p256, beside)));
        assertEquals("key.ec-point", verdict(ec(p256, new byte[] {0})));
        assertEquals("key.ec-point", verdict(ec(p256, new byte[0])));
        byte[] hybrid = generator.clone();
        hybrid[0] = 6;
        assertEquals("key.ec-point", verdict(ec(p256, hybrid)));
        assertEquals("key.ec-point", verdict(ec(p256, Arrays.copyOf(generator, 64))));
    }

    @Test
    void hashVariantsAndWrongLengthsOfModernKeysAreRefused() throws Exception {
        assertEquals(
                "key.hash-ml-dsa",
                verdict(SubjectPublicKey.of(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_hash_ml_dsa_44_with_sha512),
                        new byte[1312]))));
        assertEquals(
                "key.length",
                verdict(SubjectPublicKey.of(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_44), new byte[1311]))));
        assertEquals(
                "key.parameters",
                verdict(SubjectPublicKey.of(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_44, DERNull.INSTANCE),
                        new byte[1312]))));
    }

    @Test
    void listedKeysAreRefused() throws Exception {
        SubjectPublicKey key = key("secp256r1");
        Fingerprint print = key.fingerprint();
        assertEquals(
                "key.blocked",
                KeyRules.standard()
                        .withBlocked(print::equals)
                        .policy()
                        .objection(key)
                        .orElseThrow()
                        .code());
        assertEquals(
                "key.authority",
                KeyRules.standard()
                        .withOwnKeys(print::equals)
                        .policy()
                        .objection(key)
                        .orElseThrow()
                        .code());
    }

    @Test
    void aListOfDebiansWeakKeysIsUsed() throws Exception {
        RSAPublicKey key = (RSAPublicKey) SampleRequests.pair("RSA2048").getPublic();
        String digest = KeyBlocklist.digest(key.getModulus());
        KeyBlocklist list =
                KeyBlocklist.read(lines("# a remark\n\n0123456789abcdef0123\n" + digest.substring(20) + "\n"));
        assertEquals(2, list.size());
        KeyRules rules = KeyRules.standard().withWeakKeys(list);
        SubjectPublicKey weak = SubjectPublicKey.ofDer(key.getEncoded());
        assertEquals(
                "key.debian-weak", rules.policy().objection(weak).orElseThrow().code());
        assertEquals("", verdict(weak));
        assertTrue(KeyRules.standard().describe().stream().anyMatch(line -> line.contains("not recognised")));
        assertFalse(rules.describe().stream().anyMatch(line -> line.contains("not recognised")));
        assertThrows(MalformedException.class, () -> KeyBlocklist.read(lines("nonsense\n")));
    }

    @Test
    void theDigestIsThatOfTheTextThatOpensslPrints() {
        // printf 'Modulus=C0FFEE\n' | sha1sum
        assertEquals("76a66950d044dc5370296149ed99475722f13e18", KeyBlocklist.digest(BigInteger.valueOf(0xC0FFEE)));
    }

    @Test
    void theKeyOfTheBadInputsIsRecognised() throws Exception {
        byte[] file = ConformanceData.bytes("malformed/inputs/12-rsa-close-primes.csr.pem");
        CertificationRequest request =
                CertificationRequest.ofDer(Pem.read(file).getFirst().content());
        assertEquals("key.close-primes", verdict(request.publicKey()));
    }

    @Test
    void limitsThatNoPolicyMayHaveAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new KeyRules(1024, 4096, F4, KeyBlocklist.empty(), k -> false, k -> false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new KeyRules(2048, 4096, ONE, KeyBlocklist.empty(), k -> false, k -> false));
    }

    private static BufferedReader lines(String text) {
        return new BufferedReader(new StringReader(text));
    }

    /** A product of two primes that are far apart. */
    private static BigInteger sound(int bits) {
        Random random = new Random(bits);
        while (true) {
            BigInteger n = BigInteger.probablePrime(bits / 2, random)
                    .multiply(BigInteger.probablePrime(bits - bits / 2, random));
            if (n.bitLength() == bits) {
                return n;
            }
        }
    }

    private static SubjectPublicKey ec(ASN1Encodable parameters, byte[] point) {
        return SubjectPublicKey.of(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), point));
    }

    private static SubjectPublicKey key(String kind) throws Exception {
        return SubjectPublicKey.ofDer(SampleRequests.pair(kind).getPublic().getEncoded());
    }

    private static String verdict(SubjectPublicKey key) {
        return POLICY.objection(key).map(Finding::code).orElse("");
    }
}

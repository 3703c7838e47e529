package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about RSA numbers and EC points. */
class RsaKeyRulesTest {
    private static final BigInteger F4 = BigInteger.valueOf(65537);
    /** A prime that needs no search: 2^521 - 1. */
    private static final BigInteger MERSENNE = BigInteger.ONE.shiftLeft(521).subtract(BigInteger.ONE);

    private static final BigInteger MODULUS = FixtureKeys.modulus();
    private static final ASN1Encodable RSA = Asn1.algorithm(Oid.RSA_ENCRYPTION, DERNull.INSTANCE);

    private static CertificateFixture rsa(BigInteger modulus, BigInteger exponent) {
        return Fixtures.server().key(FixtureKeys.rsa(modulus, exponent));
    }

    private static CertificateFixture exponent(BigInteger exponent) {
        return rsa(MODULUS, exponent);
    }

    private static CertificateFixture octets(ASN1Encodable algorithm, byte[] octets) {
        return Fixtures.server().key(FixtureKeys.of(algorithm, octets));
    }

    @Test
    void anRsaKeyIsTwoPositiveNumbers() {
        String rule = "rfc3279.rsa-key-readable";
        String[] found = {"subjectPublicKeyInfo: not an RSA modulus and exponent"};
        says(rule, rsa(MODULUS.negate(), F4), found);
        says(rule, rsa(BigInteger.ZERO, F4), found);
        says(rule, rsa(MODULUS, BigInteger.ZERO), found);
        says(rule, rsa(MODULUS, F4.negate()), found);
        ASN1Integer five = new ASN1Integer(5);
        says(rule, octets(RSA, Asn1.der(Asn1.sequence(five))), found);
        says(rule, octets(RSA, Asn1.der(Asn1.sequence(five, five, five))), found);
        says(rule, octets(RSA, Asn1.der(Asn1.sequence(five, new DERSequence()))), found);
        says(rule, octets(RSA, new byte[0]), found);
        says(rule, octets(RSA, Asn1.raw(0x30, 6, 2, 1, 5, 2, 1, 5, 0)), found);
        says(rule, octets(Asn1.algorithm(Oid.RSASSA_PSS), new byte[] {5, 0}), found);
        silent(
                rule,
                rsa(BigInteger.ONE, BigInteger.ONE),
                octets(Asn1.algorithm("1.2.3"), new byte[0]),
                Fixtures.server());
    }

    @Test
    void theParametersOfRsaEncryptionAreNullAndThoseOfPssAreItsOwn() {
        String rule = "rfc3279.rsa-key-parameters";
        String[] found = {"subjectPublicKeyInfo: the parameters of rsaEncryption are not NULL"};
        byte[] numbers = Asn1.der(Asn1.sequence(new ASN1Integer(MODULUS), new ASN1Integer(F4)));
        says(rule, octets(Asn1.algorithm(Oid.RSA_ENCRYPTION), numbers), found);
        says(rule, octets(Asn1.algorithm(Oid.RSA_ENCRYPTION, new DERSequence()), numbers), found);
        silent(rule, octets(RSA, numbers), octets(Asn1.algorithm(Oid.RSASSA_PSS), numbers), Fixtures.server());
    }

    @Test
    void aModulusHas2048Bits() {
        BigInteger bits2047 = BigInteger.ONE.shiftLeft(2046).setBit(0);
        says("internal.rsa-size", rsa(bits2047, F4), "subjectPublicKeyInfo: an RSA modulus of 2047 bits");
        silent("internal.rsa-size", rsa(bits2047.setBit(2047), F4), rsa(bits2047.setBit(4095), F4), Fixtures.server());
        says("internal.rsa-size", rsa(BigInteger.ONE, F4), "subjectPublicKeyInfo: an RSA modulus of 1 bits");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 0, 1, 2, 4, 65536, 65538})
    void anExponentIsOddAndAtLeast3(long value) {
        says(
                "rfc8017.rsa-exponent",
                exponent(BigInteger.valueOf(value)),
                "subjectPublicKeyInfo: the RSA exponent " + value + " is even or smaller than 3");
    }

    @Test
    void anExponentLiesBetween2To16And2To256() {
        silent("rfc8017.rsa-exponent", exponent(BigInteger.valueOf(3)), exponent(BigInteger.valueOf(5)), exponent(F4));
        String rule = "fips186.rsa-exponent-range";
        says(rule, exponent(BigInteger.valueOf(65535)), "subjectPublicKeyInfo: the RSA exponent has 16 bits");
        silent(rule, exponent(BigInteger.valueOf(65536)), exponent(F4));
        BigInteger largest = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        silent(rule, exponent(largest));
        says(rule, exponent(largest.add(BigInteger.ONE)), "subjectPublicKeyInfo: the RSA exponent has 257 bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 13, 499, 739, 743, 751})
    void eachSmallPrimeFactorIsFound(int prime) {
        says(
                "sp800-89.rsa-small-factors",
                rsa(MERSENNE.multiply(BigInteger.valueOf(prime)), F4),
                "subjectPublicKeyInfo: the RSA modulus has a factor below 752");
    }

    @Test
    void theNextPrimeIsNoSmallFactor() {
        silent(
                "sp800-89.rsa-small-factors",
                rsa(MERSENNE.multiply(BigInteger.valueOf(757)), F4),
                rsa(BigInteger.ONE, F4),
                rsa(BigInteger.valueOf(-6), F4));
    }

    @Test
    void primesThatDifferInTheirLowerHalfOnlyAreFound() {
        String[] found = {"subjectPublicKeyInfo: the RSA modulus can be factored by Fermat's method"};
        Random random = new Random(20260301);
        BigInteger p = BigInteger.probablePrime(256, random);
        // A distance up to the fourth root of n is found in the first rounds.
        for (int distance : new int[] {1, 64, 120, 128}) {
            BigInteger q = p.add(BigInteger.ONE.shiftLeft(distance)).nextProbablePrime();
            says("internal.rsa-close-primes", rsa(p.multiply(q), F4), found);
        }
        says("internal.rsa-close-primes", rsa(p.multiply(p), F4), found);
        BigInteger far = p.add(BigInteger.ONE.shiftLeft(200)).nextProbablePrime();
        silent("internal.rsa-close-primes", rsa(p.multiply(far), F4));
    }

    @Test
    void fermatTakesAHundredStepsAndNoMore() {
        // n = a^2 - b^2 with a = root + k is found in round k + 1.
        BigInteger[] late = {atStep(99), atStep(100)};
        says(
                "internal.rsa-close-primes",
                rsa(late[0], F4),
                "subjectPublicKeyInfo: the RSA modulus can be factored by Fermat's method");
        silent("internal.rsa-close-primes", rsa(late[1], F4));
    }

    /** An odd number whose first representation a^2 - b^2 lies exactly {@code step} steps above its root. */
    private static BigInteger atStep(int step) {
        Random random = new Random(step);
        while (true) {
            BigInteger p = BigInteger.probablePrime(128, random);
            // a - sqrt(n) is about b^2 / 2a, so b is about sqrt(2 a step).
            BigInteger b = p.shiftLeft(1).multiply(BigInteger.valueOf(step)).sqrt();
            for (int i = 0; i < 400; i++) {
                BigInteger q =
                        p.add(b.shiftLeft(1)).add(BigInteger.valueOf(2L * i)).nextProbablePrime();
                BigInteger n = p.multiply(q);
                BigInteger a = p.add(q).shiftRight(1);
                if (a.subtract(n.sqrt()).intValueExact() == step + 1) {
                    return n;
                }
            }
        }
    }

    @Test
    void numbersTooSmallOrEvenAreLeftToOtherRules() {
        BigInteger square = BigInteger.valueOf(0xFFFF_FFFFL).pow(2);
        says(
                "internal.rsa-close-primes",
                rsa(square, F4),
                "subjectPublicKeyInfo: the RSA modulus can be factored by Fermat's method");
        silent(
                "internal.rsa-close-primes",
                rsa(BigInteger.valueOf(0x7FFF_FFFFL).pow(2), F4),
                rsa(square.negate(), F4),
                rsa(BigInteger.ONE.shiftLeft(100), F4));
    }

    @Test
    void theBitsOfAKeyAreWholeOctets() {
        byte[] server = Fixtures.server().der();
        for (int unused : new int[] {1, 7, 255}) {
            says(
                    "rfc5280.key-bits-whole",
                    Asn1.patch(server, Asn1.raw(3, 0x42, 0, 4), Asn1.raw(3, 0x42, unused, 4)),
                    LintContext.internal(),
                    "subjectPublicKeyInfo: the BIT STRING has unused bits");
        }
    }

    private static CertificateFixture ec(ASN1Encodable parameters, int first, int length) {
        byte[] point = new byte[length];
        point[0] = (byte) first;
        return octets(Asn1.algorithm(Oid.EC_PUBLIC_KEY, parameters), point);
    }

    @Test
    void aPointIsWholeAndAsLongAsItsCurve() {
        int[] lengths = {65, 97, 133};
        String[] curves = {Oid.P256, Oid.P384, Oid.P521};
        for (int i = 0; i < 3; i++) {
            ASN1Encodable curve = Asn1.oid(curves[i]);
            String[] found = {"subjectPublicKeyInfo: not an uncompressed point of " + lengths[i] + " octets"};
            silent("rfc5480.ec-point", ec(curve, 4, lengths[i]));
            says("rfc5480.ec-point", ec(curve, 4, lengths[i] - 1), found);
            says("rfc5480.ec-point", ec(curve, 4, lengths[i] + 1), found);
            says("rfc5480.ec-point", ec(curve, 2, lengths[i]), found);
            says("rfc5480.ec-point", ec(curve, 2, (lengths[i] + 1) / 2), found);
            silent("internal.ec-curve", ec(curve, 4, lengths[i]));
        }
        says(
                "rfc5480.ec-point",
                octets(Asn1.algorithm(Oid.EC_PUBLIC_KEY, Asn1.oid(Oid.P256)), new byte[0]),
                "subjectPublicKeyInfo: not an uncompressed point of 65 octets");
    }

    @Test
    void otherCurvesAreNamedInTheFinding() {
        says("internal.ec-curve", ec(Asn1.oid("1.3.132.0.10"), 4, 65), "subjectPublicKeyInfo: curve 1.3.132.0.10");
        String unnamed = "subjectPublicKeyInfo: curve explicit or missing parameters";
        says("internal.ec-curve", ec(DERNull.INSTANCE, 4, 65), unnamed);
        says("internal.ec-curve", octets(Asn1.algorithm(Oid.EC_PUBLIC_KEY), new byte[65]), unnamed);
        silent("internal.ec-curve", octets(Asn1.algorithm("1.2.3.4", Asn1.oid("1.3.132.0.10")), new byte[65]));
        silent("rfc5480.ec-point", ec(Asn1.oid("1.3.132.0.10"), 9, 3));
    }
}

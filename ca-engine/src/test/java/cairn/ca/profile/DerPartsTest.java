package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Der;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements put together by hand are the octets that the ASN.1 library makes. */
class DerPartsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65_535, 65_536, 16_777_215, 16_777_216})
    void lengthsAreInTheirShortestForm(int length) throws IOException, MalformedException {
        byte[] content = new byte[length];
        byte[] element = DerParts.element(DerParts.OCTET_STRING, content);
        assertArrayEquals(new DEROctetString(content).getEncoded("DER"), element);
        assertEquals(element.length - length, DerParts.headerLength(length));
        Der.requireDer(element);
    }

    @Property(tries = 300)
    void partsStandOneBehindTheOther(@ForAll byte[] first, @ForAll byte[] second) throws IOException {
        byte[] built = DerParts.element(
                DerParts.SEQUENCE,
                DerParts.element(DerParts.OCTET_STRING, first),
                DerParts.element(DerParts.OCTET_STRING, second));
        assertArrayEquals(
                new DERSequence(new DEROctetString(first), new DEROctetString(second)).getEncoded("DER"), built);
    }

    @Property(tries = 300)
    void extensionsAreThoseOfTheLibrary(@ForAll byte[] value, @ForAll boolean critical) throws IOException {
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
        EncodedExtension built = EncodedExtension.of(oid, critical, value);
        assertArrayEquals(new Extension(oid, critical, value).getEncoded("DER"), built.encoded());
        assertEquals(new Extension(oid, critical, value), built.extension());
        assertEquals(critical, built.critical());
        assertArrayEquals(value, built.value());
    }

    @Property(tries = 300)
    void namesAreThoseOfTheLibrary(@ForAll String value) throws IOException {
        byte[] built = DerParts.element(DerParts.SEQUENCE, AttributeType.COMMON_NAME.encode(value));
        // Half of a surrogate pair has no encoding; rules refuse it before it comes here.
        boolean whole = value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        if (whole) {
            assertArrayEquals(
                    new X500NameBuilder()
                            .addRDN(BCStyle.CN, new DERUTF8String(value))
                            .build()
                            .getEncoded("DER"),
                    built);
        }
    }

    @Property(tries = 200)
    void theSizeIsKnownBeforeTheSignature(
            @ForAll @IntRange(min = 2, max = 70_000) int toBeSigned, @ForAll @IntRange(max = 40_000) int signature) {
        for (SignatureAlgorithm algorithm :
                new SignatureAlgorithm[] {SignatureAlgorithm.ECDSA_SHA256, SignatureAlgorithm.RSA_PSS_SHA512}) {
            assertEquals(
                    DerParts.certificate(new byte[toBeSigned], algorithm, new byte[signature]).length,
                    DerParts.certificateSize(toBeSigned, algorithm, signature));
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void algorithmsAreEncodedOnce(SignatureAlgorithm algorithm) throws IOException {
        assertArrayEquals(algorithm.identifier().getEncoded("DER"), DerParts.algorithm(algorithm));
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, SHA256withECDSA, ECDSA_SHA256",
        "secp384r1, SHA384withECDSA, ECDSA_SHA384",
        "secp521r1, SHA512withECDSA, ECDSA_SHA512"
    })
    void ecdsaSignaturesAreNeverLongerThanEstimated(String curve, String jdk, SignatureAlgorithm algorithm)
            throws GeneralSecurityException, MalformedException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        int most = SignatureSize.atMost(
                algorithm, SubjectPublicKey.ofDer(pair.getPublic().getEncoded()));
        int longest = 0;
        for (int i = 0; i < 40; i++) {
            longest = Math.max(longest, signature(pair, jdk, i).length);
        }
        assertTrue(longest <= most && longest >= most - 4, longest + " of " + most);
    }

    @ParameterizedTest
    @CsvSource({
        "Ed25519, Ed25519, ED25519",
        "RSA, SHA256withRSA, RSA_SHA256",
        "ML-DSA-44, ML-DSA, ML_DSA_44",
        "ML-DSA-65, ML-DSA, ML_DSA_65",
        "ML-DSA-87, ML-DSA, ML_DSA_87"
    })
    void otherSignaturesAreAsLongAsEstimated(String key, String jdk, SignatureAlgorithm algorithm)
            throws GeneralSecurityException, MalformedException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(key);
        if (key.equals("RSA")) {
            generator.initialize(2048);
        }
        KeyPair pair = generator.generateKeyPair();
        SubjectPublicKey known = SubjectPublicKey.ofDer(pair.getPublic().getEncoded());
        assertEquals(signature(pair, jdk, 1).length, SignatureSize.atMost(algorithm, known));
    }

    private static byte[] signature(KeyPair pair, String algorithm, int content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update((byte) content);
        return signature.sign();
    }
}

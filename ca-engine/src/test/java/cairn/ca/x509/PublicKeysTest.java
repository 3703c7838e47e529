package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that the Java platform made are known by their kind, and its signatures are verified or refused. */
final class PublicKeysTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final KeyPair P256 = pair("EC", "secp256r1");

    private static KeyPair pair(String algorithm, String parameter) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            switch (algorithm) {
                case "EC" -> generator.initialize(new ECGenParameterSpec(parameter));
                case "RSA" -> generator.initialize(Integer.parseInt(parameter));
                default -> {}
            }
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKey key(KeyPair pair) throws MalformedException {
        return SubjectPublicKey.ofDer(pair.getPublic().getEncoded());
    }

    @ParameterizedTest
    @CsvSource({
        "EC, secp256r1, EC_P256",
        "EC, secp384r1, EC_P384",
        "EC, secp521r1, EC_P521",
        "RSA, 2048, RSA_2048",
        "RSA, 3072, RSA_3072",
        "RSA, 1024,",
        "RSA, 2056,",
        "Ed25519, '', ED25519",
        "Ed448, '',",
        "X25519, '',",
        "ML-DSA-44, '', ML_DSA_44",
        "ML-DSA-65, '', ML_DSA_65",
        "ML-DSA-87, '', ML_DSA_87",
        "ML-KEM-768, '',"
    })
    void keysOfThePlatformAreKnownByTheirKind(String algorithm, String parameter, KeyType type) throws Exception {
        KeyPair pair = pair(algorithm, parameter);
        SubjectPublicKey key = key(pair);
        assertEquals(Optional.ofNullable(type), key.type());
        assertArrayEquals(pair.getPublic().getEncoded(), key.encoded());
        assertEquals(key, SubjectPublicKey.of(key.info()));
        assertEquals(Fingerprint.of(key.encoded()), key.fingerprint());
        assertEquals(20, key.keyIdentifier().octets().length);
        assertTrue(type == null || key.toString().startsWith(type.title()), key.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "EC, secp256r1, SHA256withECDSA, ECDSA_SHA256",
        "EC, secp384r1, SHA384withECDSA, ECDSA_SHA384",
        "EC, secp521r1, SHA512withECDSA, ECDSA_SHA512",
        "RSA, 2048, SHA256withRSA, RSA_SHA256",
        "RSA, 2048, SHA384withRSA, RSA_SHA384",
        "RSA, 2048, SHA512withRSA, RSA_SHA512",
        "Ed25519, '', Ed25519, ED25519",
        "ML-DSA-44, '', ML-DSA, ML_DSA_44",
        "ML-DSA-87, '', ML-DSA, ML_DSA_87",
        "RSA, 2048, SHA-256, RSA_PSS_SHA256",
        "RSA, 2048, SHA-512, RSA_PSS_SHA512"
    })
    void signaturesOfThePlatformAreVerified(String kind, String parameter, String name, SignatureAlgorithm algorithm)
            throws Exception {
        KeyPair pair = pair(kind, parameter);
        boolean pss = name.startsWith("SHA-");
        Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : name);
        if (pss) {
            int salt = name.equals("SHA-256") ? 32 : 64;
            signature.setParameter(new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1));
        }
        signature.initSign(pair.getPrivate());
        signature.update(MESSAGE);
        byte[] octets = signature.sign();
        SubjectPublicKey key = key(pair);
        assertTrue(SignatureCheck.verifies(key, algorithm.identifier(), MESSAGE, octets));
        assertFalse(SignatureCheck.verifies(key, algorithm.identifier(), new byte[] {1, 2, 4}, octets));
        assertFalse(SignatureCheck.verifies(key(P256), algorithm.identifier(), MESSAGE, octets));
        octets[octets.length / 2] ^= 1;
        assertFalse(SignatureCheck.verifies(key, algorithm.identifier(), MESSAGE, octets));
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void noAlgorithmTakesNonsenseForASignature(SignatureAlgorithm algorithm) throws Exception {
        for (int length : new int[] {0, 1, 64, 72, 256, 2420}) {
            assertFalse(SignatureCheck.verifies(key(P256), algorithm.identifier(), MESSAGE, new byte[length]));
        }
        assertEquals(Optional.of(algorithm), SignatureAlgorithm.of(algorithm.identifier()));
        assertEquals(Optional.of(algorithm), SignatureAlgorithm.ofWord(algorithm.word()));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKindOfKeySignsWithAnAlgorithmOfItsFamily(KeyType type) {
        assertEquals(type.family(), SignatureAlgorithm.defaultFor(type).family());
        assertEquals(Optional.of(type), KeyType.ofWord(type.word()));
        assertEquals(Optional.empty(), KeyType.ofWord(type.title()));
    }

    @Test
    void wordsAndIdentifiersAreUnique() {
        Set<SignatureAlgorithm> all = EnumSet.allOf(SignatureAlgorithm.class);
        assertEquals(
                all.size(),
                all.stream().map(SignatureAlgorithm::word).distinct().count());
        assertEquals(
                all.size(),
                all.stream()
                        .map(SignatureAlgorithm::identifier)
                        .collect(Collectors.toSet())
                        .size());
        assertEquals(
                KeyType.values().length,
                Arrays.stream(KeyType.values()).map(KeyType::word).distinct().count());
        assertEquals(Optional.empty(), SignatureAlgorithm.ofWord(""));
    }

    @Property(tries = 1500)
    void aChangedKeyIsAnotherKeyOrRefused(
            @ForAll @IntRange(max = 90) int at, @ForAll @IntRange(min = 1, max = 255) int flip)
            throws MalformedException {
        byte[] der = P256.getPublic().getEncoded();
        der[at] ^= (byte) flip;
        try {
            SubjectPublicKey other = SubjectPublicKey.ofDer(der);
            assertNotEquals(key(P256), other);
            other.type();
            other.keyIdentifier();
            assertFalse(SignatureCheck.verifies(
                    other, SignatureAlgorithm.ECDSA_SHA256.identifier(), MESSAGE, new byte[70]));
        } catch (MalformedException e) {
            assertFalse(e.where().isBlank());
        }
    }

    @Test
    void anIdentifierWithoutOctetsIdentifiesNothing() throws Exception {
        X500Name name = new X500Name("CN=a");
        Date start = Date.from(Instant.EPOCH);
        byte[] der = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, start, start, name, P256.getPublic())
                .addExtension(Extension.subjectKeyIdentifier, false, new DEROctetString(new byte[0]))
                .addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[0]))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(P256.getPrivate()))
                .getEncoded();
        Certificate certificate = CertificateStructure.read(der);
        assertEquals(Optional.empty(), certificate.subjectKeyIdentifier());
        assertEquals(Optional.empty(), certificate.authorityKeyIdentifier());
        assertTrue(SignatureCheck.verifies(key(P256), certificate));
        assertFalse(SignatureCheck.verifies(key(pair("EC", "secp256r1")), certificate));
        assertTrue(certificate.isSelfIssued());
        assertFalse(certificate.isAuthority());
    }

    @Test
    void bytesBehindAKeyAndCutKeysAreRefused() {
        byte[] der = P256.getPublic().getEncoded();
        assertThrows(MalformedException.class, () -> SubjectPublicKey.ofDer(Arrays.copyOf(der, der.length + 1)));
        for (int length = 0; length < der.length; length++) {
            byte[] cut = Arrays.copyOf(der, length);
            assertThrows(MalformedException.class, () -> SubjectPublicKey.ofDer(cut));
        }
    }
}

package cairn.hsm.softtoken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import cairn.ca.x509.SubjectPublicKey;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.testkit.SeededRandom;
import cairn.testkit.TestData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Post-quantum key pairs of other makers sign in the software token, and the token's sign in the JDK. */
final class ForeignPostQuantumKeysTest {
    private static final byte[] MESSAGE = "to be signed".getBytes(StandardCharsets.UTF_8);
    private static final String ML_DSA = "ML-DSA";

    /** Both draw the 32 octets of FIPS 204 algorithm 1 first: the keys that follow are the same or one side is wrong. */
    @ParameterizedTest
    @ValueSource(ints = {44, 65, 87})
    void theSameSeedGivesTheKeyThatTheJdkMakesOfIt(int set) throws Exception {
        StoredKey made = new KeyPairs(SeededRandom.of(311)).generate(new KeySpec.MlDsa(set), "ml");
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ML_DSA, "SUN");
        generator.initialize(new NamedParameterSpec("ML-DSA-" + set), SeededRandom.of(311));
        assertArrayEquals(generator.generateKeyPair().getPublic().getEncoded(), made.subjectPublicKeyInfo());
    }

    @ParameterizedTest
    @CsvSource({"44, 2.16.840.1.101.3.4.3.17", "65, 2.16.840.1.101.3.4.3.18", "87, 2.16.840.1.101.3.4.3.19"})
    void theJdkSignsWithTheTokensPrivateKey(int set, String oid) throws Exception {
        StoredKey made = new KeyPairs(SeededRandom.of(312)).generate(new KeySpec.MlDsa(set), "ml");
        // The JDK reads no seeds: RFC 9881 section 6's form expandedKey is the one both know.
        byte[] expanded = ((MLDSAPrivateKeyParameters) made.privateKey()).getEncoded();
        byte[] pkcs8 = new PrivateKeyInfo(
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), new DEROctetString(expanded))
                .getEncoded("DER");
        PrivateKey key = KeyFactory.getInstance(ML_DSA, "SUN").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        Signature signer = Signature.getInstance(ML_DSA, "SUN");
        signer.initSign(key);
        signer.update(MESSAGE);
        assertVerifies(SubjectPublicKey.ofDer(made.subjectPublicKeyInfo()), signer.sign());
    }

    @ParameterizedTest
    @ValueSource(ints = {44, 65, 87})
    void theTokenSignsWithAKeyOfTheJdk(int set) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-" + set, "SUN").generateKeyPair();
        StoredKey imported = stored(
                new KeySpec.MlDsa(set),
                pair.getPrivate().getEncoded(),
                pair.getPublic().getEncoded());
        byte[] signature = sign(imported, new SignMechanism.MlDsa());
        Signature verifier = Signature.getInstance(ML_DSA, "SUN");
        PublicKey key = KeyFactory.getInstance(ML_DSA, "SUN")
                .generatePublic(new X509EncodedKeySpec(imported.subjectPublicKeyInfo()));
        verifier.initVerify(key);
        verifier.update(MESSAGE);
        assertTrue(verifier.verify(signature));
    }

    @ParameterizedTest
    @CsvSource({
        "44, ml-dsa-44-2.16.840.1.101.3.4.3.17",
        "65, ml-dsa-65-2.16.840.1.101.3.4.3.18",
        "87, ml-dsa-87-2.16.840.1.101.3.4.3.19"
    })
    void everyFormOfAnMlDsaKeyOfOpenSslIsRead(int set, String name) throws Exception {
        for (String form : new String[] {"seed", "expandedkey", "both"}) {
            signsForItsCertificate(
                    new KeySpec.MlDsa(set), new SignMechanism.MlDsa(), name, name + "_" + form + "_priv.der");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "128s, slh-dsa-sha2-128s-2.16.840.1.101.3.4.3.20",
        "128f, slh-dsa-sha2-128f-2.16.840.1.101.3.4.3.21",
        "192f, slh-dsa-sha2-192f-2.16.840.1.101.3.4.3.23",
        "256f, slh-dsa-sha2-256f-2.16.840.1.101.3.4.3.25"
    })
    void anSlhDsaKeyOfOpenSslSignsForItsCertificate(String set, String name) throws Exception {
        signsForItsCertificate(new KeySpec.SlhDsa(set), new SignMechanism.SlhDsa(), name, name + "_priv.der");
    }

    private static void signsForItsCertificate(KeySpec spec, SignMechanism mechanism, String name, String keyFile)
            throws Exception {
        Path folder = TestData.require("pqc/ietf-hackathon/ossl35");
        Certificate certificate = Certificate.ofDer(Files.readAllBytes(folder.resolve(name + "_ta.der")));
        StoredKey key = stored(
                spec,
                Files.readAllBytes(folder.resolve(keyFile)),
                certificate.publicKey().encoded());
        assertTrue(
                SignatureCheck.verifies(
                        certificate.publicKey(),
                        certificate.holder().getSignatureAlgorithm(),
                        MESSAGE,
                        sign(key, mechanism)),
                keyFile);
    }

    @Test
    void twoSignaturesOfOneMessageDifferForTheyAreHedged() throws Exception {
        StoredKey made = new KeyPairs(SeededRandom.of(313)).generate(new KeySpec.MlDsa(44), "ml");
        Signatures signatures = new Signatures(SeededRandom.of(314));
        byte[] first = signatures.sign(made, new SignMechanism.MlDsa(), MESSAGE);
        byte[] second = signatures.sign(made, new SignMechanism.MlDsa(), MESSAGE);
        assertEquals(first.length, second.length);
        assertTrue(java.util.Arrays.mismatch(first, second) >= 0);
    }

    private static StoredKey stored(KeySpec spec, byte[] privateKeyInfo, byte[] subjectPublicKeyInfo) {
        return new StoredKey(new KeyRef("00", "imported", spec), privateKeyInfo, subjectPublicKeyInfo);
    }

    private static byte[] sign(StoredKey key, SignMechanism mechanism) throws Exception {
        return new Signatures(SeededRandom.of(315)).sign(key, mechanism, MESSAGE);
    }

    private static void assertVerifies(SubjectPublicKey key, byte[] signature) {
        assertTrue(SignatureCheck.verifies(
                key, SignatureAlgorithm.defaultFor(key.type().orElseThrow()).identifier(), MESSAGE, signature));
    }
}

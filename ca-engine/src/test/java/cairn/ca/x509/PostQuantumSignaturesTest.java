package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** Self-signed ML-DSA and SLH-DSA certificates of OpenSSL 3.5 and of other makers: their signatures, as Cairn checks them. */
final class PostQuantumSignaturesTest {
    private static final String FOLDER = "pqc/";

    /** A certificate with its row of the table. */
    private record Sample(String file, String maker, String oid, Certificate certificate) {
        boolean verifies() {
            return SignatureCheck.verifies(certificate.publicKey(), certificate);
        }

        boolean verifies(AlgorithmIdentifier algorithm, byte[] content, byte[] signature) {
            return SignatureCheck.verifies(certificate.publicKey(), algorithm, content, signature);
        }
    }

    private static List<Sample> samples(String family) throws MalformedException {
        List<Sample> samples = new ArrayList<>();
        for (String[] row : ConformanceData.rows(FOLDER + "pqc.tsv")) {
            if (row[2].equals("ta") && row[3].startsWith(family)) {
                byte[] der = ConformanceData.bytes(FOLDER + row[0]);
                samples.add(new Sample(row[0], row[1], row[4], Certificate.ofDer(der)));
            }
        }
        return samples;
    }

    private static List<Sample> both() throws MalformedException {
        return Stream.concat(samples("ML-DSA").stream(), samples("SLH-DSA").stream())
                .toList();
    }

    @Test
    void everyMakersSignatureVerifies() throws Exception {
        Set<String> makers = new TreeSet<>();
        for (Sample sample : both()) {
            assertTrue(sample.verifies(), sample.file());
            makers.add(sample.maker());
        }
        assertTrue(makers.containsAll(Set.of("bc", "corey-digicert", "ossl35")), makers::toString);
    }

    @Test
    void aBitOfTheContentOrOfTheSignatureMakesItInvalid() throws Exception {
        for (Sample sample : both()) {
            AlgorithmIdentifier algorithm = sample.certificate().holder().getSignatureAlgorithm();
            byte[] content = sample.certificate().toBeSigned();
            byte[] signature = sample.certificate().signature();
            assertFalse(sample.verifies(algorithm, flipped(content, content.length - 1), signature), sample.file());
            for (int at : new int[] {0, signature.length - 1}) {
                assertFalse(sample.verifies(algorithm, content, flipped(signature, at)), sample.file() + " " + at);
            }
        }
    }

    @Test
    void asSignatureOfTheNextParameterSetItIsNone() throws Exception {
        for (Sample sample : both()) {
            int last = sample.oid().lastIndexOf('.') + 1;
            String next = sample.oid().substring(0, last)
                    + (Integer.parseInt(sample.oid().substring(last)) + 1);
            assertFalse(
                    sample.verifies(
                            new AlgorithmIdentifier(new ASN1ObjectIdentifier(next)),
                            sample.certificate().toBeSigned(),
                            sample.certificate().signature()),
                    sample.file());
        }
    }

    /** Cairn's authorities sign with the SHA-2 sets that its ready-made profiles name, and know the others by no name. */
    @Test
    void theKindOfKeyIsKnownByItsNumberAlone() throws Exception {
        for (Sample sample : both()) {
            Optional<SignatureAlgorithm> algorithm =
                    SignatureAlgorithm.of(sample.certificate().holder().getSignatureAlgorithm());
            Optional<KeyType> type = sample.certificate().publicKey().type();
            assertEquals(algorithm, type.map(SignatureAlgorithm::defaultFor), sample.file());
            String set = sample.file().toLowerCase(Locale.ROOT).replaceAll(".*/((ml|slh)-dsa-[a-z0-9-]+)-2\\..*", "$1");
            boolean signed = !set.contains("shake") && !set.endsWith("192f") && !set.endsWith("256f");
            assertEquals(signed ? Optional.of(set) : Optional.empty(), type.map(KeyType::word), sample.file());
        }
    }

    @Test
    void keysForDigestsAreOfNoKindThatAnAuthorityMayHave() throws Exception {
        List<Sample> samples = samples("HashML-DSA");
        assertFalse(samples.isEmpty());
        for (Sample sample : samples) {
            assertEquals(Optional.empty(), sample.certificate().publicKey().type(), sample.file());
            assertEquals(
                    Optional.empty(),
                    SignatureAlgorithm.of(sample.certificate().holder().getSignatureAlgorithm()),
                    sample.file());
        }
    }

    private static byte[] flipped(byte[] octets, int at) {
        byte[] changed = octets.clone();
        changed[at] ^= 1;
        return changed;
    }
}

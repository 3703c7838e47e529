package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Certificates of other people: the malformed ones are refused, the real ones are read. */
final class CertificateStructureTest {
    /** The table does not state that these are accepted, and they are not certificates as RFC 5280 describes them. */
    private static final Set<String> REFUSED_BESIDE_THE_TABLE =
            Set.of("cert_skeleton.pem", "signature_algorithm_null.pem", "tbs_v2_issuer_and_subject_unique_id.pem");

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheParserTableBehavesAsStated() {
        return ConformanceData.rows("malformed/cert-parse.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    boolean toBeSigned = !List.of(row[1].split(",")).contains("CERTIFICATE");
                    byte[] der = ConformanceData.block(
                            "malformed/cert-parse/" + row[0], toBeSigned ? "TBS CERTIFICATE" : "CERTIFICATE");
                    boolean refused = refusal(der, toBeSigned).isPresent();
                    boolean expected = row[2].equals("reject") || REFUSED_BESIDE_THE_TABLE.contains(row[0]);
                    assertEquals(expected, refused, () -> row[0] + ": " + row[3] + " / " + refusal(der, toBeSigned));
                }));
    }

    private static Optional<MalformedException> refusal(byte[] der, boolean toBeSigned) {
        try {
            if (toBeSigned) {
                CertificateStructure.checkToBeSigned(der);
            } else {
                CertificateStructure.read(der);
            }
            return Optional.empty();
        } catch (MalformedException e) {
            assertFalse(e.where().isBlank());
            return Optional.of(e);
        }
    }

    @Test
    void everyRootOfMozillaIsRead() throws Exception {
        List<String> refused = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.walk(ConformanceData.path("truststores"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pem")).toList()) {
                for (PemBlock block : Pem.read(ConformanceData.bytes(file))) {
                    count++;
                    refusal(block.content(), false)
                            .ifPresent(e -> refused.add(file.getFileName() + ": " + e.getMessage()));
                }
            }
        }
        assertTrue(count > 100, "roots found: " + count);
        assertEquals(List.of(), refused);
    }

    @Test
    void certificatesOfPkitsAreReadSaveThoseThatAreMeantToBeMalformed() throws Exception {
        List<String> refused = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.walk(ConformanceData.path("pkits"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".crt")).toList()) {
                count++;
                refusal(ConformanceData.bytes(file), false)
                        .ifPresent(e -> refused.add(file.getFileName() + ": " + e.getMessage()));
            }
        }
        assertTrue(count > 300, "certificates found: " + count);
        // Their signatures are wrong on purpose, and not even whole octets.
        refused.removeIf(r -> r.startsWith("InvalidDSASignatureTest6EE.crt: signatureValue")
                || r.startsWith("BadSignedCACert.crt: signatureValue"));
        assertEquals(List.of(), refused);
    }

    @Test
    void theSizeOfAPostQuantumKeyIsNoObstacle() throws Exception {
        try (Stream<Path> files = Files.walk(ConformanceData.path("pqc"))) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith("ta.der") || f.toString().endsWith("_ta.pem"))
                    .toList()) {
                byte[] bytes = ConformanceData.bytes(file);
                byte[] der = Pem.isPem(bytes) ? Pem.read(bytes).getFirst().content() : bytes;
                assertDoesNotThrow(() -> CertificateStructure.read(der), file.toString());
            }
        }
    }

    @Test
    void aGeneralNameIsExactlyOne() {
        byte[] name = {(byte) 0x82, 1, 'a'};
        assertDoesNotThrow(() -> CertificateStructure.checkGeneralName(name));
        assertThrows(
                MalformedException.class, () -> CertificateStructure.checkGeneralName(new byte[] {(byte) 0x82, 0, 0}));
        assertThrows(MalformedException.class, () -> CertificateStructure.checkGeneralName(new byte[0]));
    }
}

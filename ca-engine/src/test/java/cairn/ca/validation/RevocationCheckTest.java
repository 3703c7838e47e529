package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.ConformanceData;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import cairn.ca.x509.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of revocation lists: for every list and certificate the stated answer. */
final class RevocationCheckTest {
    private static final Instant WHEN = Instant.parse("2017-03-09T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> everyListGivesTheStatedAnswer() {
        return ConformanceData.rows("crl/crl.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    String expected = row[1].equals("undetermined_malformed") ? "undetermined" : row[1];
                    assertEquals(expected, answer(ConformanceData.bytes("crl/" + row[0])));
                }));
    }

    @TestFactory
    Stream<DynamicTest> malformedListsAreRejectedByTheInspection() {
        Inspector inspector =
                new Inspector(InstantSource.fixed(WHEN), KeyRules.standard().policy());
        return ConformanceData.rows("crl/crl.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    Inspection inspection = inspector.inspect(ConformanceData.bytes("crl/" + row[0]));
                    assertEquals(FileKind.REVOCATION_LIST, inspection.kind());
                    if (row[1].equals("undetermined_malformed")) {
                        assertEquals(
                                Verdict.REJECT,
                                inspection.verdict(),
                                () -> inspection.findings().toString());
                    }
                    if (row[1].equals("revoked")) {
                        assertTrue(inspection.findings().stream()
                                .anyMatch(f -> f.code().equals("crl.status-revoked")));
                    }
                }));
    }

    private static String answer(byte[] file) throws MalformedException {
        List<Certificate> issuers = new ArrayList<>();
        List<Certificate> targets = new ArrayList<>();
        byte[] list = {};
        for (PemBlock block : Pem.read(file)) {
            switch (block.label()) {
                case "CRL" -> list = block.content();
                case "CERTIFICATE" -> targets.add(Certificate.ofDer(block.content()));
                default -> issuers.add(Certificate.ofDer(block.content()));
            }
        }
        try {
            CertificateListOutline outline = CertificateListOutline.read(list);
            return switch (new RevocationCheck(outline, issuers, WHEN, Duration.ofDays(7)).of(targets.getFirst())) {
                case RevocationStatus.Good good -> "good";
                case RevocationStatus.Revoked revoked -> "revoked";
                case RevocationStatus.Undetermined undetermined -> "undetermined";
            };
        } catch (MalformedException e) {
            return "undetermined";
        }
    }
}

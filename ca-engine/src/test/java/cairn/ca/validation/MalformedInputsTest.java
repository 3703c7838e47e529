package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.ConformanceData;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Pem;
import cairn.ca.x509.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table of bad inputs behaves as it says. */
final class MalformedInputsTest {
    private static final String ROOT = "malformed/";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private final Inspector inspector =
            new Inspector(InstantSource.fixed(NOW), KeyRules.standard().policy());

    /** The verdict and the code of the finding that decides, for rows whose words leave room. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("00-good.csr.pem", "accept"),
            Map.entry("01-bad-signature.csr.pem", "reject possession.signature"),
            Map.entry("02-truncated.csr.der", "reject request.malformed"),
            Map.entry("03-trailing-garbage.csr.der", "reject request.malformed"),
            Map.entry("04-two-requests-in-one.pem", "reject request.several"),
            Map.entry("05-wrong-label.pem", "reject pem.label"),
            Map.entry("06-bom-crlf.pem", "accept"),
            Map.entry("08-indefinite-length.csr.ber", "reject file.not-der"),
            Map.entry("12-rsa-close-primes.csr.pem", "reject key.close-primes"),
            Map.entry("16-md5-signature.csr.pem", "reject possession.digest"),
            Map.entry("17-asks-for-ca.csr.pem", "warn extension.asks-authority"),
            Map.entry("20-cn-bidi.csr.pem", "warn subject.unsafe-character"),
            Map.entry("21-cn-newline.csr.pem", "warn subject.unsafe-character"),
            Map.entry("29-san-dns-bad-chars.csr.pem", "reject san.dns"),
            Map.entry("30-san-dns-utf8.csr.pem", "reject san.dns-not-ascii"),
            Map.entry("32-san-wildcard-middle.csr.pem", "reject san.dns"),
            Map.entry("34-challenge-password.csr.pem", "accept request.challenge-password"),
            Map.entry("35-unknown-critical-ext.csr.pem", "warn extension.unknown-critical"),
            Map.entry("40-ca.pem", "accept"),
            Map.entry("41-crl-number-5.crl.pem", "accept"),
            Map.entry("42-crl-number-4-later.crl.pem", "reject crl.number-went-back"),
            Map.entry("50-crl-unknown-critical.crl.pem", "reject crl.unknown-critical"),
            Map.entry("60-good.p12", "accept"),
            Map.entry("62-no-mac.p12", "warn keystore.no-mac"),
            Map.entry("65-unicode-password.p12", "warn keystore.not-opened"),
            Map.entry("66-bit-flip.p12", "reject keystore.integrity"),
            Map.entry("85-zip-slip.zip", "reject file.archive"),
            Map.entry("86-zip-bomb-300M.zip", "reject file.archive"),
            Map.entry("87-empty-file.pem", "reject file.empty"));

    @TestFactory
    Stream<DynamicTest> everyRow() {
        return ConformanceData.rows(ROOT + "inputs.tsv").stream()
                .filter(row -> !row[1].equals("profile"))
                .map(row -> DynamicTest.dynamicTest(row[0], () -> row(row)));
    }

    private void row(String[] row) throws Exception {
        String name = row[0].substring(row[0].indexOf('/') + 1);
        byte[] file = ConformanceData.bytes(ROOT + row[0]);
        InspectionContext context = context(name);
        Inspection inspection =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> inspector.inspect(file, context));
        String[] expected =
                EXPECTED.getOrDefault(name, "no expectation for " + name).split(" ");
        assertEquals(expected[0], inspection.verdict().word(), () -> row[2] + " / " + inspection.findings());
        if (expected.length > 1) {
            assertTrue(codes(inspection).contains(expected[1]), () -> row[2] + " / " + inspection.findings());
        }
        // The BER file lacks a byte: nobody can tell that it was meant to be a request.
        if (!row[1].equals("any") && !row[1].equals("manifest") && !name.startsWith("08")) {
            assertEquals(
                    row[1].equals("cert") ? "certificate" : row[1],
                    inspection.kind().word());
        }
        assertAll(inspection.findings().stream().map(f -> () -> plain(f)));
    }

    private static void plain(Finding finding) {
        assertFalse(finding.words().contains("Exception"), finding.words());
        assertFalse(finding.words().contains("org.bouncycastle"), finding.words());
        assertTrue(finding.words().chars().allMatch(c -> c >= ' '), finding.words());
        assertFalse(finding.where().isBlank());
    }

    private static List<String> codes(Inspection inspection) {
        return inspection.findings().stream().map(Finding::code).toList();
    }

    /** The second list is judged with knowledge of the first; the key store of the control with its password. */
    private static InspectionContext context(String name) throws Exception {
        if (name.startsWith("42")) {
            byte[] first = Pem.read(ConformanceData.bytes(ROOT + "inputs/41-crl-number-5.crl.pem"))
                    .getFirst()
                    .content();
            return InspectionContext.NONE.withEarlierLists(List.of(CertificateListOutline.read(first)));
        }
        return name.startsWith("65") || !name.endsWith(".p12")
                ? InspectionContext.NONE
                : InspectionContext.NONE.withPassword("test".toCharArray());
    }

    @Test
    void theWordsOfAnOddNameAreHarmless() {
        Inspection inspection = inspector.inspect(ConformanceData.bytes(ROOT + "inputs/20-cn-bidi.csr.pem"));
        assertTrue(inspection.contents().getFirst().title().contains("[U+202E]"));
        Inspection newline = inspector.inspect(ConformanceData.bytes(ROOT + "inputs/21-cn-newline.csr.pem"));
        assertFalse(newline.contents().getFirst().title().contains("\n"));
    }

    @Test
    void theChallengePasswordIsNowhere() {
        Inspection inspection = inspector.inspect(ConformanceData.bytes(ROOT + "inputs/34-challenge-password.csr.pem"));
        assertFalse(inspection.toString().contains("S3cret"), inspection.toString());
    }

    @Test
    void theMarkAndTheLineEndingsMakeNoDifference() {
        Inspection plain = inspector.inspect(ConformanceData.bytes(ROOT + "inputs/00-good.csr.pem"));
        Inspection marked = inspector.inspect(ConformanceData.bytes(ROOT + "inputs/06-bom-crlf.pem"));
        assertEquals(plain, marked);
    }

    @Test
    void withoutAPasswordNothingIsSaidToBeWhole() {
        Inspection inspection = inspector.inspect(ConformanceData.bytes(ROOT + "inputs/66-bit-flip.p12"));
        assertEquals(Verdict.WARN, inspection.verdict());
        assertTrue(codes(inspection).contains("keystore.not-opened"));
    }

    @Test
    void theCertificatesOfTheParserTableThatAreMalformedAreRejected() {
        for (String[] row : ConformanceData.rows(ROOT + "cert-parse.tsv")) {
            Inspection inspection = inspector.inspect(ConformanceData.bytes(ROOT + "cert-parse/" + row[0]));
            if (row[2].equals("reject")) {
                assertEquals(Verdict.REJECT, inspection.verdict(), () -> row[0] + ": " + inspection);
            }
        }
    }
}

package cairn.ca.validation;

import static cairn.ca.validation.Issuer.NOW;
import static cairn.ca.validation.Issuer.codes;
import static cairn.ca.validation.Issuer.inspectorAt;
import static cairn.ca.validation.Issuer.pem;
import static cairn.ca.validation.Issuer.shown;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Verdict;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with several objects, wrong labels, keys, or nothing that is known. */
final class BundleTest {
    private static Issuer issuer;
    private static KeyPair pair;
    private static byte[] request;

    @BeforeAll
    static void makeObjects() throws Exception {
        issuer = Issuer.of("CN=issuer");
        pair = SampleRequests.pair("secp256r1");
        request = SampleRequests.request(pair, "SHA256withECDSA", new X500Name("CN=device"));
    }

    private static Inspection inspect(byte[] file) {
        return inspectorAt(NOW).inspect(file);
    }

    @Test
    void aWrongLabelIsAnErrorThatNamesBoth() {
        Inspection inspection = inspect(pem("X509 CRL", issuer.certificate().encoded()));
        assertEquals(List.of("ERROR | pem.label | RFC 7468 section 2 | line 1"), shown(inspection));
        assertEquals(
                "The block is labelled X509 CRL and holds a certificate.",
                inspection.findings().getFirst().words());
        assertEquals(FileKind.CERTIFICATE, inspection.kind());
        assertEquals(
                List.of(),
                codes(inspect(pem("X509 CERTIFICATE", issuer.certificate().encoded()))));
        assertEquals(
                List.of(), codes(inspect(pem("SOMETHING", issuer.certificate().encoded()))));
    }

    @Test
    void severalRequestsAreNotOne() {
        assertEquals(List.of(), codes(inspect(pem("CERTIFICATE REQUEST", request))));
        Inspection two = inspect(pem("CERTIFICATE REQUEST", request, "NEW CERTIFICATE REQUEST", request));
        assertEquals(List.of("ERROR | request.several | RFC 7468 section 7 | the file"), shown(two));
        assertTrue(two.findings().getFirst().words().contains("holds 2 requests"));
        assertEquals(FileKind.REQUEST, two.kind());
    }

    @Test
    void theFirstObjectThatIsKnownGivesTheKind() {
        byte[] certificate = issuer.certificate().encoded();
        assertEquals(
                FileKind.REQUEST,
                inspect(pem("CERTIFICATE REQUEST", request, "CERTIFICATE", certificate))
                        .kind());
        assertEquals(
                FileKind.CERTIFICATE,
                inspect(pem("REMARK", new byte[] {1, 2}, "CERTIFICATE", certificate, "CERTIFICATE REQUEST", request))
                        .kind());
        Inspection unknown = inspect(pem("REMARK", new byte[] {1, 2}));
        assertEquals(List.of("pem.unknown-block", "file.unknown"), codes(unknown));
        assertEquals(FileKind.UNKNOWN, unknown.kind());
        assertEquals(Verdict.REJECT, unknown.verdict());
    }

    @ParameterizedTest
    @CsvSource({"500, false", "501, true"})
    void theFirstFiveHundredObjectsAreExamined(int count, boolean many) {
        String block = new String(pem("REMARK", new byte[] {1, 2}), ISO_8859_1);
        Inspection inspection = inspect(block.repeat(count).getBytes(ISO_8859_1));
        long blocks =
                codes(inspection).stream().filter("pem.unknown-block"::equals).count();
        assertEquals(500, blocks);
        assertEquals(many, codes(inspection).contains("file.many"));
        assertEquals("block in line 4", inspection.findings().get(1).where());
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE KEY, key.private-open, WARNING",
        "EC PRIVATE KEY, key.private-open, WARNING",
        "ENCRYPTED PRIVATE KEY, key.private-encrypted, NOTICE"
    })
    void aPrivateKeyErasesTheWholeFile(String label, String code, String severity) {
        byte[] file = pem(
                "CERTIFICATE",
                issuer.certificate().encoded(),
                label,
                pair.getPrivate().getEncoded());
        Inspection inspection = inspect(file);
        assertArrayEquals(new byte[file.length], file);
        Finding finding = inspection.findings().getLast();
        assertEquals(code, finding.code());
        assertEquals(severity, finding.severity().name());
        assertEquals(FileKind.CERTIFICATE, inspection.kind());
    }

    @Test
    void aKeyUnderAnotherLabelErasesTheFileToo() {
        byte[] file = pem("CERTIFICATE", pair.getPrivate().getEncoded());
        Inspection inspection = inspect(file);
        assertArrayEquals(new byte[file.length], file);
        assertEquals(List.of("pem.label", "key.private-open"), codes(inspection));
        byte[] harmless = pem("PUBLIC KEY", pair.getPublic().getEncoded());
        inspect(harmless);
        assertFalse(Arrays.equals(new byte[harmless.length], harmless));
    }

    @Test
    void damageInOneBlockDoesNotHideTheOthers() {
        String good = new String(pem("CERTIFICATE", issuer.certificate().encoded()), ISO_8859_1);
        String bad = "-----BEGIN CERTIFICATE-----\nA*A\n-----END CERTIFICATE-----\n";
        Inspection inspection = inspect((bad + good).getBytes(ISO_8859_1));
        assertEquals(List.of("ERROR | pem.malformed | RFC 7468 section 2 | line 2"), shown(inspection));
        assertEquals(1, inspection.contents().size());
        Inspection cut = inspect("-----BEGIN X509 CRL-----\nAAAA\n".getBytes(ISO_8859_1));
        assertEquals(FileKind.REVOCATION_LIST, cut.kind());
        assertEquals(List.of("pem.malformed"), codes(cut));
        assertEquals(
                FileKind.UNKNOWN, inspect("-----BEGIN X\n".getBytes(ISO_8859_1)).kind());
    }

    @Test
    void findingsOfOneOfSeveralBlocksNameItsLine() throws Exception {
        byte[] expired = issuer.certificate(BigInteger.TWO, NOW.minusSeconds(9), NOW.minusSeconds(8), b -> {})
                .encoded();
        byte[] root = issuer.certificate().encoded();
        int lines =
                (int) new String(pem("CERTIFICATE", root), ISO_8859_1).lines().count();
        Inspection inspection = inspect(pem("CERTIFICATE", root, "CERTIFICATE", expired));
        assertEquals(
                "block in line " + (lines + 1) + ", notAfter",
                inspection.findings().getFirst().where());
    }

    @ParameterizedTest
    @CsvSource({
        "504B0304, ARCHIVE, ERROR, file.archive",
        "30030A0100, OCSP_RESPONSE, WARNING, ocsp.not-supported",
        "7B7D, JSON, ERROR, file.json",
        "7B22636169726E2D70726F66696C65223A317D, PROFILE, WARNING, profile.not-checked",
        "00, UNKNOWN, ERROR, file.unknown",
        "FFFE41004200, UNKNOWN, ERROR, file.unknown",
        "3080, UNKNOWN, ERROR, file.not-der",
        "30820005, UNKNOWN, ERROR, file.not-der",
        "CECECECE, KEY_STORE, ERROR, keystore.unsupported",
        "FEEDFEED, KEY_STORE, WARNING, keystore.old-format"
    })
    void otherFilesAreNamedAndNotOpened(String hex, FileKind kind, String severity, String code) {
        Inspection inspection = inspect(HexFormat.of().parseHex(hex));
        assertEquals(kind, inspection.kind());
        assertEquals(code, inspection.findings().getFirst().code());
        assertEquals(severity, inspection.findings().getFirst().severity().name());
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        Inspection inspection = inspect(new byte[Inspector.MAX_BYTES + 1]);
        assertEquals(List.of("file.size"), codes(inspection));
        assertEquals(
                "offset " + Inspector.MAX_BYTES,
                inspection.findings().getFirst().where());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T12:00:00Z, in 0 hours",
        "2026-11-26T13:59:59Z, in 1 hours",
        "2026-11-28T11:59:59Z, in 47 hours",
        "2026-11-28T12:00:00Z, in 2 days",
        "2026-11-26T11:59:59Z, 0 hours ago",
        "2026-11-24T12:00:00Z, 2 days ago",
        "2126-11-26T12:00:00Z, in 36524 days"
    })
    void distancesAreHoursAndFromTwoDaysOnDays(Instant when, String words) {
        String text = Dates.relative(when, NOW);
        assertTrue(text.endsWith("(" + words + ")"), text);
        assertTrue(text.startsWith(when.toString().replace("T", " ").replace("Z", " UTC")), text);
    }
}

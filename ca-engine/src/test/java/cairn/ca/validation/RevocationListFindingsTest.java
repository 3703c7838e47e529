package cairn.ca.validation;

import static cairn.ca.validation.Issuer.NOW;
import static cairn.ca.validation.Issuer.add;
import static cairn.ca.validation.Issuer.codes;
import static cairn.ca.validation.Issuer.inspectorAt;
import static cairn.ca.validation.Issuer.pem;
import static cairn.ca.validation.Issuer.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a revocation list: severity, code, clause and place of every finding, and the words for people. */
final class RevocationListFindingsTest {
    private static final Instant END = NOW.plusSeconds(3600);
    private static final ASN1ObjectIdentifier ODD = new ASN1ObjectIdentifier("1.2.3.4");
    private static Issuer issuer;

    @BeforeAll
    static void makeAnIssuer() throws Exception {
        issuer = Issuer.of("CN=issuer");
    }

    private static Inspection inspect(byte[] list) {
        InspectionContext context = InspectionContext.NONE.withIssuers(List.of(issuer.certificate()));
        return inspectorAt(NOW).inspect(list, context);
    }

    @Test
    void nothingIsSaidAgainstAGoodList() throws Exception {
        Inspection inspection = inspect(issuer.listDer(untouched -> {}));
        assertEquals(List.of(), shown(inspection));
        Description list = inspection.contents().getFirst();
        assertEquals("Revocation list of CN=issuer", list.title());
        assertEquals("CN=issuer", list.value("Issuer").orElseThrow());
        assertEquals("5", list.value("Number").orElseThrow());
        assertEquals("full, version 2", list.value("Kind").orElseThrow());
        assertEquals(
                "2026-11-25 12:00:00 UTC (24 hours ago)", list.value("Made").orElseThrow());
        assertEquals(
                "2026-12-06 12:00:00 UTC (in 10 days)", list.value("Next by").orElseThrow());
        assertEquals("0", list.value("Revoked certificates").orElseThrow());
        assertTrue(list.value("Reasons").isEmpty());
        assertEquals("ecdsa-sha256", list.value("Signed with").orElseThrow());
        assertEquals("cRLNumber", list.value("Extension").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T12:00:00Z, 2026-11-26T12:00:00Z, ''",
        "2026-11-26T12:00:01Z, 2026-11-27T12:00:00Z, WARNING | crl.future | RFC 5280 section 5.1.2.4 | thisUpdate",
        "2026-11-25T12:00:00Z, 2026-11-26T11:59:59Z, WARNING | crl.expired | RFC 5280 section 5.1.2.5 | nextUpdate",
        "2026-11-25T12:00:00Z, 1970-01-01T00:00:00Z, WARNING | crl.no-next-update | RFC 5280 section 5.1.2.5 | nextUpdate",
    })
    void timesAreFoundOutToTheSecond(Instant start, Instant end, String finding) throws Exception {
        List<String> shown = shown(inspect(issuer.listDer(start, end, 5, untouched -> {})));
        assertEquals(
                finding.isEmpty()
                        ? List.of()
                        : List.of(finding.replace("| nextUpdate", "| the file, nextUpdate")
                                .replace("| thisUpdate", "| the file, thisUpdate")),
                shown);
    }

    @Test
    void anEndBeforeTheStartIsAnError() throws Exception {
        Inspection inspection = inspect(issuer.listDer(NOW.minusSeconds(5), NOW.minusSeconds(6), 5, untouched -> {}));
        assertEquals(List.of("crl.expired", "crl.times"), codes(inspection));
        assertEquals(Severity.ERROR, inspection.findings().get(1).severity());
    }

    @Test
    void oddListsAreNamedForWhatTheyAre() throws Exception {
        String section = "RFC 5280 section 5.2";
        assertEquals(
                List.of("ERROR | crl.unknown-critical | " + section + " | the file, 1.2.3.4"),
                shown(inspect(issuer.listDer(list -> add(list, ODD, true, DERNull.INSTANCE)))));
        assertEquals(
                List.of("NOTICE | crl.no-number | " + section + ".3 | the file, cRLNumber"),
                shown(inspect(issuer.listDer(NOW, END, -1, untouched -> {}))));
        assertEquals(
                List.of("WARNING | crl.delta | " + section + ".4 | the file, deltaCRLIndicator"),
                shown(inspect(
                        issuer.listDer(list -> add(list, Extension.deltaCRLIndicator, true, new ASN1Integer(3))))));
        IssuingDistributionPoint indirect = new IssuingDistributionPoint(null, false, false, null, true, false);
        assertEquals(
                List.of("WARNING | crl.partial | " + section + ".5 | the file, issuingDistributionPoint"),
                shown(inspect(issuer.listDer(list -> add(list, Extension.issuingDistributionPoint, true, indirect)))));
        Extensions odd = new Extensions(new Extension(ODD, true, new byte[] {5, 0}));
        assertEquals(
                List.of("ERROR | crl.unknown-critical-entry | RFC 5280 section 5.3 | the file, 1.2.3.4"),
                shown(inspect(issuer.listDer(list -> list.addCRLEntry(BigInteger.TWO, Date.from(NOW), odd)))));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, all certificates",
        "true, false, false, certificates of end entities",
        "false, true, false, certificates of authorities",
        "false, false, true, attribute certificates"
    })
    void theScopeIsSaid(boolean users, boolean authorities, boolean attributes, String words) throws Exception {
        IssuingDistributionPoint point =
                new IssuingDistributionPoint(null, users, authorities, null, words.startsWith("all"), attributes);
        Inspection inspection =
                inspect(issuer.listDer(list -> add(list, Extension.issuingDistributionPoint, true, point)));
        assertEquals(words, inspection.contents().getFirst().value("Covers").orElseThrow());
    }

    @Test
    void reasonsAreCounted() throws Exception {
        Inspection inspection = inspect(issuer.listDer(list -> {
            for (int reason : new int[] {1, 0, 1, 4, 0, 1}) {
                list.addCRLEntry(BigInteger.valueOf(reason + 10), Date.from(NOW), reason);
            }
        }));
        assertEquals(
                "3 keyCompromise, 1 superseded, 2 without reason",
                inspection.contents().getFirst().value("Reasons").orElseThrow());
        assertEquals(
                "6",
                inspection.contents().getFirst().value("Revoked certificates").orElseThrow());
    }

    @Test
    void theSignatureIsHeldAgainstTheIssuersAtHand() throws Exception {
        byte[] list = issuer.listDer(untouched -> {});
        String clause = "RFC 5280 section 6.3.3";
        assertEquals(
                List.of("NOTICE | crl.signature-not-checked | " + clause + " | the file, signatureValue"),
                shown(inspectorAt(NOW).inspect(list)));
        byte[] changed = list.clone();
        changed[changed.length - 1] ^= 1;
        assertEquals(
                List.of("ERROR | crl.signature | " + clause + " | the file, signatureValue"), shown(inspect(changed)));
        Issuer weak = Issuer.of("CN=weak", new KeyUsage(KeyUsage.keyCertSign));
        Inspection inspection = inspectorAt(NOW)
                .inspect(
                        weak.listDer(untouched -> {}), InspectionContext.NONE.withIssuers(List.of(weak.certificate())));
        assertEquals(
                List.of("ERROR | crl.issuer-usage | " + clause + " step f | the file, keyUsage"), shown(inspection));
    }

    @Test
    void certificatesInTheSameFileAreHeldAgainstTheList() throws Exception {
        Certificate good = issuer.certificate(BigInteger.valueOf(0xA1), b -> {});
        Certificate bad = issuer.certificate(BigInteger.valueOf(0xB2), b -> {});
        byte[] list = issuer.listDer(l -> l.addCRLEntry(BigInteger.valueOf(0xB2), Date.from(NOW.minusSeconds(60)), 1));
        Inspection inspection =
                inspect(pem("X509 CRL", list, "CERTIFICATE", good.encoded(), "CERTIFICATE", bad.encoded()));
        assertEquals(List.of("crl.status-good", "crl.status-revoked"), codes(inspection));
        assertEquals(
                "The certificate with serial number a1 is not revoked by the list.",
                inspection.findings().getFirst().words());
        assertEquals(
                "The certificate with serial number b2 was revoked on 2026-11-26 11:59:00 UTC.",
                inspection.findings().getLast().words());
    }

    @Test
    void aStatusThatTimeMayHealIsAWarningAndAnyOtherAnError() throws Exception {
        Certificate certificate = issuer.certificate(BigInteger.TEN, b -> {});
        byte[] old = issuer.listDer(NOW.minusSeconds(500), NOW.minusSeconds(400), 5, untouched -> {});
        Finding late = inspect(pem("X509 CRL", old, "CERTIFICATE", certificate.encoded()))
                .findings()
                .getLast();
        assertEquals("crl.status-undetermined", late.code());
        assertEquals(Severity.WARNING, late.severity());
        byte[] delta = issuer.listDer(list -> add(list, Extension.deltaCRLIndicator, true, new ASN1Integer(3)));
        Finding never = inspect(pem("X509 CRL", delta, "CERTIFICATE", certificate.encoded()))
                .findings()
                .getLast();
        assertEquals("crl.status-undetermined", never.code());
        assertEquals(Severity.ERROR, never.severity());
    }

    @Test
    void earlierListsOfTheSameScopeAreCompared() throws Exception {
        byte[] now = issuer.listDer(NOW, END, 5, untouched -> {});
        assertEquals(List.of("crl.number-went-back"), against(now, issuer.listDer(NOW, END, 6, untouched -> {})));
        assertEquals(List.of(), against(now, now));
        assertEquals(List.of(), against(now, Issuer.of("CN=other").listDer(NOW, END, 6, untouched -> {})));
        assertEquals(
                List.of(),
                against(
                        now,
                        issuer.listDer(
                                NOW, END, 6, l -> add(l, Extension.deltaCRLIndicator, true, new ASN1Integer(3)))));
        IssuingDistributionPoint users = new IssuingDistributionPoint(null, true, false, null, false, false);
        assertEquals(
                List.of(),
                against(
                        now,
                        issuer.listDer(NOW, END, 6, l -> add(l, Extension.issuingDistributionPoint, true, users))));
    }

    private static List<String> against(byte[] list, byte[] earlier) throws Exception {
        InspectionContext context = InspectionContext.NONE
                .withIssuers(List.of(issuer.certificate()))
                .withEarlierLists(List.of(CertificateListOutline.read(earlier)));
        return codes(inspectorAt(NOW).inspect(list, context));
    }

    @Test
    void aReplacementIsNewerAndOfTheSameIssuer() throws Exception {
        CertificateListOutline first = CertificateListOutline.read(issuer.listDer(NOW, END, 5, untouched -> {}));
        CertificateListOutline older =
                CertificateListOutline.read(issuer.listDer(NOW.minusSeconds(7200), END, 6, untouched -> {}));
        Finding finding = RevocationListReplacement.objections(first, older).getFirst();
        assertEquals("crl.older", finding.code());
        assertTrue(finding.words().contains("2 hours"), finding.words());
        assertEquals(
                List.of(),
                RevocationListReplacement.objections(older, first).stream()
                        .map(Finding::code)
                        .filter(c -> c.equals("crl.older"))
                        .toList());
        CertificateListOutline other =
                CertificateListOutline.read(Issuer.of("CN=other").listDer(untouched -> {}));
        assertEquals(
                List.of("crl.other-issuer"),
                RevocationListReplacement.objections(first, other).stream()
                        .map(Finding::code)
                        .toList());
        CertificateListOutline unnumbered = CertificateListOutline.read(issuer.listDer(NOW, END, -1, untouched -> {}));
        for (List<Finding> findings : List.of(
                RevocationListReplacement.objections(first, unnumbered),
                RevocationListReplacement.objections(unnumbered, first))) {
            assertEquals(
                    List.of("crl.no-number"),
                    findings.stream().map(Finding::code).toList());
            assertEquals(Severity.WARNING, findings.getFirst().severity());
        }
    }
}

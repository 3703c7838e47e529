package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/** A list read field by field, and its entries one after the other. */
class CrlViewTest {
    private static final ASN1Encodable ALGORITHM = sequence(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
    private static final ASN1Encodable BITS = new DERBitString(new byte[] {1});
    private static final ASN1Encodable TIME = new DERUTCTime("260101000000Z");
    private static final ASN1Encodable LATER = new DERGeneralizedTime("20510101000000Z");
    private static final ASN1Encodable ENTRY = sequence(new ASN1Integer(0x1234), TIME);

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static ASN1Encodable extensions(String oid, ASN1Encodable value) {
        return new DERTaggedObject(true, 0, sequence(extension(oid, value)));
    }

    private static ASN1Encodable extension(String oid, ASN1Encodable value) {
        return sequence(new ASN1ObjectIdentifier(oid), new DEROctetString(der(value)));
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list of version 2 up to thisUpdate, and these fields behind it. */
    private static byte[] list(ASN1Encodable... more) {
        List<ASN1Encodable> fields =
                new ArrayList<>(List.of(new ASN1Integer(1), ALGORITHM, new X500Name("CN=a"), TIME));
        fields.addAll(Arrays.asList(more));
        return whole(fields);
    }

    private static byte[] whole(List<ASN1Encodable> fields) {
        return der(sequence(sequence(fields.toArray(ASN1Encodable[]::new)), ALGORITHM, BITS));
    }

    private static void refused(String words, byte[] der) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> CrlView.ofDer(der));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(words), refusal::getMessage);
    }

    @Test
    void everyFieldIsReadFromItsPlace() throws MalformedException {
        CrlView view = CrlView.ofDer(list(LATER, sequence(ENTRY), extensions(Oid.CRL_NUMBER, new ASN1Integer(7))));
        assertEquals(2, view.version());
        assertEquals("a", view.issuer().first(Oid.COMMON_NAME).orElseThrow().text());
        assertEquals("260101000000Z", view.thisUpdate().text());
        assertEquals("20510101000000Z", view.nextUpdate().orElseThrow().text());
        assertTrue(view.isRevokedWritten() && view.areExtensionsWritten());
        assertEquals(7, view.number().orElseThrow().octet(0));
        assertEquals("1.2.840.10045.4.3.2", view.innerAlgorithm().oid());
        assertFalse(view.isDelta());
        assertEquals(List.of(), view.defects());
    }

    @Test
    void everyOptionalFieldMayBeMissing() throws MalformedException {
        CrlView bare = CrlView.ofDer(list());
        assertTrue(bare.nextUpdate().isEmpty() && bare.number().isEmpty());
        assertFalse(bare.isRevokedWritten()
                || bare.areExtensionsWritten()
                || bare.entries().iterator().hasNext());
        assertTrue(CrlView.ofDer(list(sequence(ENTRY))).isRevokedWritten());
        assertTrue(CrlView.ofDer(list(LATER, extensions(Oid.DELTA_CRL_INDICATOR, new ASN1Integer(1))))
                .isDelta());
        assertEquals(
                1,
                CrlView.ofDer(whole(List.of(ALGORITHM, new X500Name("CN=a"), TIME)))
                        .version());
    }

    @Test
    void fieldsInAnotherOrderAreRefused() {
        String words = "a field that no list has";
        refused(words, list(sequence(ENTRY), LATER));
        refused(words, list(extensions("1.2.3.4", DERNull.INSTANCE), sequence(ENTRY)));
        refused(words, list(LATER, LATER));
        refused(words, list(sequence(ENTRY), sequence(ENTRY)));
        refused(words, list(new DERTaggedObject(true, 1, sequence())));
        refused(words, list(DERNull.INSTANCE));
    }

    @Test
    void aListIsThreePartsOfTheirTypes() {
        ASN1Encodable fields = sequence(new ASN1Integer(1), ALGORITHM, new X500Name("CN=a"), TIME);
        refused("not a CertificateList", der(sequence(fields, ALGORITHM)));
        refused("not a CertificateList", der(sequence(fields, ALGORITHM, DERNull.INSTANCE)));
        refused("not a CertificateList", der(new DERUTF8String("a")));
        refused("not a TBSCertList", der(sequence(DERNull.INSTANCE, ALGORITHM, BITS)));
        refused("not a TBSCertList", whole(List.of(new ASN1Integer(1), ALGORITHM, new X500Name("CN=a"))));
        refused("not a TBSCertList", whole(List.of()));
        refused(
                "not an AlgorithmIdentifier",
                whole(List.of(new ASN1Integer(1), DERNull.INSTANCE, new X500Name("CN=a"), TIME)));
        refused("not a Name", whole(List.of(new ASN1Integer(1), ALGORITHM, DERNull.INSTANCE, TIME)));
        refused("not Extensions", list(new DERTaggedObject(true, 0, DERNull.INSTANCE)));
    }

    @Test
    void everyEntryIsCheckedBeforeAnyIsGivenOut() {
        String words = "not an entry of revokedCertificates";
        refused(words, list(sequence(ENTRY, sequence(new ASN1Integer(1)))));
        refused(words, list(sequence(ENTRY, sequence(new ASN1Integer(1), TIME, sequence(), sequence()))));
        refused(words, list(sequence(new DERUTF8String(""))));
        refused(words, list(sequence(sequence(new DERUTF8String(""), TIME))));
        refused("not Extensions", list(sequence(sequence(new ASN1Integer(1), TIME, DERNull.INSTANCE))));
    }

    @Test
    void entriesComeInTheirOrderAndEnd() throws MalformedException {
        ASN1Encodable second =
                sequence(new ASN1Integer(5), TIME, sequence(extension(Oid.REASON_CODE, new ASN1Enumerated(4))));
        CrlView view = CrlView.ofDer(list(sequence(ENTRY, second)));
        Iterator<CrlEntryView> entries = view.entries().iterator();
        CrlEntryView first = entries.next();
        assertEquals("entry 1234", first.where());
        assertEquals(OptionalInt.empty(), first.reason());
        assertFalse(first.areExtensionsWritten());
        CrlEntryView last = entries.next();
        assertEquals(OptionalInt.of(4), last.reason());
        assertTrue(last.areExtensionsWritten());
        assertEquals("260101000000Z", last.revocationDate().text());
        assertFalse(entries.hasNext());
        assertThrows(NoSuchElementException.class, entries::next);
        // Each walk begins anew.
        assertEquals("entry 1234", view.entries().iterator().next().where());
    }

    @Test
    void aReasonIsOneOctetOfAnEnumeration() throws MalformedException {
        for (ASN1Encodable other :
                new ASN1Encodable[] {new ASN1Integer(1), new ASN1Enumerated(256), DERNull.INSTANCE}) {
            ASN1Encodable entry = sequence(new ASN1Integer(5), TIME, sequence(extension(Oid.REASON_CODE, other)));
            assertEquals(
                    OptionalInt.empty(),
                    CrlView.ofDer(list(sequence(entry)))
                            .entries()
                            .iterator()
                            .next()
                            .reason());
        }
    }

    @Test
    void aBrokenKnownExtensionBecomesADefectAndTheListIsStillRead() throws MalformedException {
        CrlView view = CrlView.ofDer(list(extensions(Oid.CRL_NUMBER, DERNull.INSTANCE)));
        assertEquals(
                List.of("cRLNumber"), view.defects().stream().map(Defect::where).toList());
        assertTrue(view.number().isEmpty());
        assertTrue(CrlView.ofDer(list(extensions(Oid.ISSUING_DISTRIBUTION_POINT, sequence())))
                .issuingDistributionPoint()
                .orElseThrow()
                .empty());
    }

    @Test
    void everyTruncationOfAListIsRefused() {
        byte[] whole = list(LATER, sequence(ENTRY), extensions(Oid.CRL_NUMBER, new ASN1Integer(7)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(MalformedException.class, () -> CrlView.ofDer(cut));
        }
        refused("2 bytes follow the element", Arrays.copyOf(whole, whole.length + 2));
    }
}

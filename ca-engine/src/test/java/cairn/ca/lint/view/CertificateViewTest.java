package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.MalformedException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/** A certificate read field by field: what each field must be, and what is refused in its place. */
class CertificateViewTest {
    private static final ASN1Encodable ALGORITHM = sequence(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
    private static final ASN1Encodable BITS = new DERBitString(new byte[] {1, 2, 3});
    private static final ASN1Encodable TIME = new DERUTCTime("260101000000Z");
    private static final ASN1Encodable KEY = sequence(sequence(new ASN1ObjectIdentifier("1.3.101.112")), BITS);

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static ASN1Encodable explicit(int number, ASN1Encodable value) {
        return new DERTaggedObject(true, number, value);
    }

    /** The seven fields of a certificate of version 3 without extensions. */
    private static List<ASN1Encodable> fields() {
        return new ArrayList<>(List.of(
                explicit(0, new ASN1Integer(2)),
                new ASN1Integer(5),
                ALGORITHM,
                new X500Name("CN=a"),
                sequence(TIME, TIME),
                new X500Name("CN=b"),
                KEY));
    }

    private static List<ASN1Encodable> with(int index, ASN1Encodable value) {
        List<ASN1Encodable> fields = fields();
        fields.set(index, value);
        return fields;
    }

    private static List<ASN1Encodable> and(ASN1Encodable... more) {
        List<ASN1Encodable> fields = fields();
        fields.addAll(Arrays.asList(more));
        return fields;
    }

    private static byte[] der(List<ASN1Encodable> fields) {
        return der(sequence(sequence(fields.toArray(ASN1Encodable[]::new)), ALGORITHM, BITS));
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String words, List<ASN1Encodable> fields) {
        refused(words, der(fields));
    }

    private static void refused(String words, byte[] der) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> CertificateView.ofDer(der));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(words), refusal::getMessage);
    }

    @Test
    void everyFieldIsReadFromItsPlace() throws MalformedException {
        ASN1Encodable extension =
                sequence(new ASN1ObjectIdentifier("1.2.3.4"), new DEROctetString(der(DERNull.INSTANCE)));
        byte[] der = der(and(explicit(3, sequence(extension))));
        CertificateView view = CertificateView.ofDer(der);
        assertEquals(3, view.version());
        assertEquals(BigInteger.valueOf(5), view.serial().integer());
        assertEquals("1.2.840.10045.4.3.2", view.innerAlgorithm().oid());
        assertEquals("1.2.840.10045.4.3.2", view.outerAlgorithm().oid());
        assertEquals("a", view.issuer().first(Oid.COMMON_NAME).orElseThrow().text());
        assertEquals("b", view.subject().first(Oid.COMMON_NAME).orElseThrow().text());
        assertEquals("260101000000Z", view.notBefore().text());
        assertEquals(Oid.ED25519, view.key().algorithm().oid());
        assertTrue(view.areExtensionsWritten() && view.extensions().has("1.2.3.4"));
        assertFalse(view.hasUniqueIdentifiers() || view.isAuthority() || view.isSelfIssued());
        assertEquals(der.length, view.root().encodedLength());
        byte[] copy = der.clone();
        Arrays.fill(der, (byte) 0);
        assertArrayEquals(copy, view.root().encoded());
    }

    @Test
    void versionsAreCountedFromOne() throws MalformedException {
        assertEquals(1, CertificateView.ofDer(der(fields().subList(1, 7))).version());
        assertEquals(
                1,
                CertificateView.ofDer(der(with(0, explicit(0, new ASN1Integer(0)))))
                        .version());
        assertEquals(
                10,
                CertificateView.ofDer(der(with(0, explicit(0, new ASN1Integer(9)))))
                        .version());
        assertEquals(
                11,
                CertificateView.ofDer(der(with(0, explicit(0, new ASN1Integer(Long.MAX_VALUE)))))
                        .version());
        refused("the bytes end", with(0, new DERTaggedObject(false, 0, new DERSequence())));
    }

    @Test
    void aCertificateIsThreeParts() {
        ASN1Encodable inner = sequence(fields().toArray(ASN1Encodable[]::new));
        refused("not a Certificate", der(sequence(inner, ALGORITHM)));
        refused("not a Certificate", der(sequence(inner, ALGORITHM, BITS, BITS)));
        refused("not a Certificate", der(sequence(inner, ALGORITHM, new DEROctetString(new byte[1]))));
        refused("not a Certificate", der(new DERUTF8String("a")));
        refused("not a TBSCertificate", der(sequence(new DERUTF8String("a"), ALGORITHM, BITS)));
        refused("not an AlgorithmIdentifier", der(sequence(inner, sequence(), BITS)));
    }

    @Test
    void noFieldIsMissing() {
        for (int i = 1; i < 7; i++) {
            List<ASN1Encodable> fields = fields();
            fields.remove(i);
            refused("not a", fields);
        }
        refused("not a TBSCertificate", List.of());
        refused("not a TBSCertificate", fields().subList(1, 6));
    }

    @Test
    void eachFieldHasItsType() {
        ASN1Encodable text = new DERUTF8String("a");
        refused("not a CertificateSerialNumber", with(1, text));
        refused("not an AlgorithmIdentifier", with(2, sequence()));
        refused("not an AlgorithmIdentifier", with(2, sequence(BITS, BITS, BITS)));
        refused("not a Name", with(3, text));
        refused("not a RelativeDistinguishedName", with(3, sequence(sequence())));
        refused("not a Validity", with(4, text));
        refused("not a Validity", with(4, sequence(TIME)));
        refused("not a Validity", with(4, sequence(TIME, TIME, TIME)));
        refused("not a Name", with(5, text));
        refused("not a SubjectPublicKeyInfo", with(6, sequence(ALGORITHM)));
        refused("not a SubjectPublicKeyInfo", with(6, sequence(ALGORITHM, text)));
        refused("not a SubjectPublicKeyInfo", with(6, sequence(ALGORITHM, BITS, BITS)));
    }

    @Test
    void behindTheKeyStandIdentifiersAndExtensionsOnly() throws MalformedException {
        ASN1Encodable bits = new DERTaggedObject(false, 1, BITS);
        ASN1Encodable more = new DERTaggedObject(false, 2, BITS);
        assertTrue(CertificateView.ofDer(der(and(bits))).hasUniqueIdentifiers());
        assertTrue(
                CertificateView.ofDer(der(and(more, explicit(3, sequence())))).hasUniqueIdentifiers());
        assertTrue(CertificateView.ofDer(der(and(explicit(3, sequence())))).areExtensionsWritten());
        String words = "a field that no certificate has";
        refused(words, and(explicit(3, sequence()), explicit(3, sequence())));
        refused(words, and(explicit(4, sequence())));
        refused(words, and(DERNull.INSTANCE));
        refused("not Extensions", and(explicit(3, DERNull.INSTANCE)));
    }

    @Test
    void aNameTellsItsPartsAndAttributes() throws MalformedException {
        CertificateView view = CertificateView.ofDer(der(with(5, new X500Name("CN=a+O=b,CN=c,OU=d+OU=e"))));
        NameView name = view.subject();
        assertEquals(5, name.attributes().size());
        assertEquals(2, name.multiValuedParts());
        assertEquals(0, name.emptyParts());
        assertEquals("a", name.first(Oid.COMMON_NAME).orElseThrow().text());
        assertTrue(name.first(Oid.COUNTRY).isEmpty());
        assertFalse(name.isEmpty());
        assertTrue(name.sameBytes(CertificateView.ofDer(der(with(5, new X500Name("CN=a+O=b,CN=c,OU=d+OU=e"))))
                .subject()));
        assertFalse(name.sameBytes(view.issuer()));
    }

    @Test
    void namesInOtherShapesAreRefused() throws MalformedException {
        Read.refused(
                NameView::new, "not an AttributeTypeAndValue", "3004 3102 3000", "300d 310b 3009 06032a0304 1300 0500");
        Read.refused(NameView::new, "an OBJECT IDENTIFIER that breaks off", "3008 3106 3004 0600 1300");
        NameView hollow = new NameView(Read.hex("3002 3100"));
        assertEquals(1, hollow.emptyParts());
        assertTrue(hollow.isEmpty());
        assertEquals(0, hollow.multiValuedParts());
    }

    @Test
    void whoIssuedItselfIsTold() throws MalformedException {
        assertTrue(CertificateView.ofDer(der(with(5, new X500Name("CN=a")))).isSelfIssued());
        assertFalse(CertificateView.ofDer(der(with(5, new X500Name("CN=A")))).isSelfIssued());
    }

    @Test
    void everyTruncationOfACertificateIsRefused() {
        byte[] whole = der(and(
                explicit(3, sequence(sequence(new ASN1ObjectIdentifier("1.2.3.4"), new DEROctetString(new byte[2]))))));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(MalformedException.class, () -> CertificateView.ofDer(cut));
            assertThrows(MalformedException.class, () -> CrlView.ofDer(cut));
        }
        byte[] more = Arrays.copyOf(whole, whole.length + 1);
        refused("1 bytes follow the element", more);
    }
}

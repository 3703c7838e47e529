package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import java.math.BigInteger;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

/** Every kind of alternative name has its line, and what a stranger wrote into one cannot make two of it. */
final class CertificateTextsTest {
    private static Certificate certificate(String subject, Extension extension) throws Exception {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.TEN));
        generator.setSignature(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
        generator.setIssuer(new X500Name("CN=Issuing CA,O=Example"));
        generator.setStartDate(new Time(Date.from(Fixture.NOT_BEFORE)));
        generator.setEndDate(new Time(Date.from(Fixture.NOT_BEFORE.plusSeconds(9))));
        generator.setSubject(new X500Name(subject));
        generator.setSubjectPublicKeyInfo(Fixture.key(1));
        generator.setExtensions(new Extensions(extension));
        return Fixture.sign(generator.generateTBSCertificate().getEncoded("DER"));
    }

    private static Certificate named(GeneralName... names) throws Exception {
        return certificate("CN=a", Extension.create(Extension.subjectAlternativeName, false, new GeneralNames(names)));
    }

    private static String text(int tag, ASN1Encodable value) throws Exception {
        return CertificateTexts.names(named(new GeneralName(tag, value)));
    }

    @Test
    void everyKindOfNameHasItsWord() throws Exception {
        assertEquals("DNS:a.example", text(GeneralName.dNSName, new DERIA5String("a.example")));
        assertEquals("email:a@b.example", text(GeneralName.rfc822Name, new DERIA5String("a@b.example")));
        assertEquals(
                "URI:https://a.example/x",
                text(GeneralName.uniformResourceIdentifier, new DERIA5String("https://a.example/x")));
        assertEquals("IP:192.0.2.1", text(GeneralName.iPAddress, new DEROctetString(new byte[] {(byte) 192, 0, 2, 1})));
        assertEquals("IP:c00002", text(GeneralName.iPAddress, new DEROctetString(new byte[] {(byte) 192, 0, 2})));
        assertEquals("DirName:CN=b", text(GeneralName.directoryName, new X500Name("CN=b")));
        assertEquals("RID:1.2.3", text(GeneralName.registeredID, new ASN1ObjectIdentifier("1.2.3")));
        assertEquals(
                "otherName:1.2.3.4",
                text(
                        GeneralName.otherName,
                        new OtherName(new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("x"))));
    }

    @Test
    void namesStandInTheirOrderEachOnItsLine() throws Exception {
        assertEquals(
                "DNS:b.example\nDNS:a.example\nDNS:b.example",
                CertificateTexts.names(named(
                        new GeneralName(GeneralName.dNSName, "b.example"),
                        new GeneralName(GeneralName.dNSName, "a.example"),
                        new GeneralName(GeneralName.dNSName, "b.example"))));
    }

    @Test
    void aLineFeedOrAnEscapeInANameIsShownAndNotDone() throws Exception {
        String shown = text(GeneralName.dNSName, new DERIA5String("a\nDNS:bank.example\u001b[2J"));
        assertEquals(1, shown.lines().count(), shown);
        assertTrue(shown.chars().noneMatch(c -> c < ' '), shown);
        assertTrue(shown.startsWith("DNS:a") && shown.contains("bank.example"), shown);
    }

    @Test
    void whatIsNoListOfNamesIsSaidToBeUnreadable() throws Exception {
        assertEquals(
                "(unreadable)",
                CertificateTexts.names(certificate(
                        "CN=a", Extension.create(Extension.subjectAlternativeName, false, DERNull.INSTANCE))));
    }

    @Test
    void longNamesAreCutAndNamesOfJustThatLengthAreNot() throws Exception {
        String longName = "n".repeat(CertificateTexts.MOST_NAMES);
        String shown = text(GeneralName.dNSName, new DERIA5String(longName));
        assertEquals(CertificateTexts.MOST_NAMES + 1, shown.length());
        assertTrue(shown.endsWith("n…"));
        String exact = "n".repeat(CertificateTexts.MOST_NAMES - "DNS:".length());
        assertEquals("DNS:" + exact, text(GeneralName.dNSName, new DERIA5String(exact)));
    }

    @Test
    void aSearchLooksThroughAllFourInSmallLetters() {
        assertEquals("cn=a\ndns:b\nann ß\nx\ny", CertificateTexts.search("CN=A", "DNS:B", "Ann ß", "X\nY"));
    }
}

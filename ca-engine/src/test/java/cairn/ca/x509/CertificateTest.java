package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate as the library's own builder makes it, read and given other signatures. */
final class CertificateTest {
    private static final X500Name NAME = new X500Name("CN=device-1,O=Fjord Robotics");

    private static Certificate built() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name("CN=Issuer"),
                BigInteger.TWO.pow(100),
                Date.from(Instant.parse("2030-01-02T03:04:05Z")),
                Date.from(Instant.parse("2050-06-07T08:09:10Z")),
                NAME,
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        builder.addExtension(Extension.inhibitAnyPolicy, true, new ASN1Integer(7));
        return Certificate.ofDer(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded());
    }

    @Test
    void readsBothFormsOfTime() throws Exception {
        Validity validity = built().validity();
        assertEquals(Instant.parse("2030-01-02T03:04:05Z"), validity.notBefore());
        assertEquals(Instant.parse("2050-06-07T08:09:10Z"), validity.notAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 71, 126, 127, 128, 255, 256, 3309, 70_000})
    void anotherSignatureMakesTheCertificateThatReadingItWouldMake(int length) throws Exception {
        Certificate first = built();
        byte[] signature = new byte[length];
        Certificate second = first.withSignature(signature);
        Certificate read = Certificate.ofDer(second.encoded());
        assertEquals(read, second);
        assertArrayEquals(first.toBeSigned(), second.toBeSigned());
        assertArrayEquals(signature, second.signature());
        assertEquals(read.holder(), second.holder());
        assertEquals(read.subject(), second.subject());
        assertEquals(read.issuer(), second.issuer());
        assertEquals(read.validity(), second.validity());
        assertEquals(read.publicKey(), second.publicKey());
        assertEquals(read.serialNumber(), second.serialNumber());
        assertEquals(read.fingerprint(), second.fingerprint());
        assertEquals(read.extension(Extension.inhibitAnyPolicy), second.extension(Extension.inhibitAnyPolicy));
    }

    @ParameterizedTest
    @CsvSource({
        "490101000000Z, 2049-01-01T00:00:00Z",
        "500101000000Z, 1950-01-01T00:00:00Z",
        "000229235959Z, 2000-02-29T23:59:59Z",
        "3001020304Z, 2030-01-02T03:04:00Z",
        "300102030405+0100, 2030-01-02T02:04:05Z"
    })
    void readsAUtcTimeAsTheLibraryDoes(String text, Instant expected) throws Exception {
        Time time = new Time(new ASN1UTCTime(text));
        assertEquals(expected, DerTime.of(time));
        assertEquals(time.getDate().toInstant(), DerTime.of(time));
    }

    @ParameterizedTest
    @CsvSource({
        "20500607080910Z, 2050-06-07T08:09:10Z",
        "99991231235959Z, 9999-12-31T23:59:59Z",
        "20500607080910.5Z, 2050-06-07T08:09:10.500Z",
        "20500607080910-0230, 2050-06-07T10:39:10Z"
    })
    void readsAGeneralizedTimeAsTheLibraryDoes(String text, Instant expected) {
        Time time = new Time(new ASN1GeneralizedTime(text));
        assertEquals(expected, DerTime.of(time));
        assertEquals(time.getDate().toInstant(), DerTime.of(time));
    }

    @Test
    void theOutlineIsThatOfTheWholeCertificate() throws Exception {
        Certificate certificate = built();
        ToBeSignedOutline outline = ToBeSignedOutline.read(certificate.toBeSigned());
        assertEquals(certificate.serialNumber().value(), outline.serialNumber());
        assertEquals(certificate.validity(), outline.validity());
    }

    @Test
    void theOutlineRefusesEveryShorterBeginning() throws Exception {
        byte[] content = built().toBeSigned();
        for (int length = 0; length < content.length; length++) {
            byte[] beginning = Arrays.copyOf(content, length);
            assertThrows(MalformedException.class, () -> ToBeSignedOutline.read(beginning), "octets: " + length);
        }
    }

    @Test
    void theOutlineRefusesOtherStructures() throws Exception {
        Certificate certificate = built();
        ASN1EncodableVector noValidity = new ASN1EncodableVector();
        noValidity.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
        noValidity.add(new ASN1Integer(1));
        noValidity.add(new DERSequence());
        noValidity.add(NAME);
        noValidity.add(new DERSequence());
        assertThrows(MalformedException.class, () -> ToBeSignedOutline.read(new DERSequence(noValidity).getEncoded()));
        assertThrows(MalformedException.class, () -> ToBeSignedOutline.read(certificate.encoded()));
        assertThrows(MalformedException.class, () -> ToBeSignedOutline.read(new byte[] {0x30, 0}));
    }
}

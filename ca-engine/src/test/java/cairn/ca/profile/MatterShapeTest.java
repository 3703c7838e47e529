package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.ExtensionTitle;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SubjectPublicKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Matter profiles make certificates of the shape of the specification's examples. */
class MatterShapeTest {
    private static final String VID = "1.3.6.1.4.1.37244.2.1=";
    private static final String PID = "1.3.6.1.4.1.37244.2.2=";

    private static Certificate paa;
    private static Certificate pai;

    @BeforeAll
    static void authorities() throws ProfileRefusal {
        paa = Shaping.root("matter-paa", VID + "FFF1,CN=Matter Test PAA");
        pai = Shaping.issuing("matter-pai", PID + "8000," + VID + "FFF1,CN=Matter Test PAI", paa);
    }

    @Test
    void theAuthorityOfProductsHasTheShapeOfTheExample() throws MalformedException {
        assertEquals(shape(example("PAA")), shape(paa));
        assertEquals(paa.subjectKeyIdentifier(), paa.authorityKeyIdentifier());
    }

    @Test
    void theIntermediateHasTheShapeOfTheExample() throws MalformedException {
        assertEquals(shape(example("PAI")), shape(pai));
        assertEquals(paa.subjectKeyIdentifier(), pai.authorityKeyIdentifier());
    }

    @Test
    void theDeviceHasTheShapeOfTheExample() throws MalformedException, ProfileRefusal {
        assertEquals(shape(example("DAC")), shape(device(PID + "8000," + VID + "FFF1,CN=Matter Test DAC 0001")));
    }

    /** The example's own key, names, serial number and start give the example's bytes, apart from the signature. */
    @Test
    void theExampleOfTheDeviceIsReproducedByteForByte() throws MalformedException, ProfileRefusal {
        Certificate example = example("DAC");
        SubjectPublicKey key = example.publicKey();
        ShapeRequest request = new ShapeRequest(
                Shaping.issuer(example("PAI")),
                RequestedContent.of(example.subject(), key),
                example.serialNumber(),
                example.validity().notBefore());
        assertArrayEquals(
                example.toBeSigned(),
                Shaping.readyMade("matter-dac").shape(request).encoded().toArray());
    }

    @Test
    void vendorAndProductComeFromTheIssuerIfTheRequestHasNone() throws ProfileRefusal {
        assertEquals(
                "commonName=DAC 2,matterVendorId=FFF1,matterProductId=8000",
                Shaping.text(device("CN=DAC 2").subject()));
    }

    @Test
    void anotherVendorOrProductThanTheIssuersIsRefused() {
        for (String subject : List.of(VID + "FFF2,CN=x", PID + "8001,CN=x")) {
            ProfileRefusal refused = assertThrows(ProfileRefusal.class, () -> device(subject));
            assertEquals(List.of("same-as-issuer"), Shaping.rules(refused));
        }
    }

    @Test
    void identifiersAreFourDigitsInCapitals() {
        for (String vid : List.of("fff1", "FFF", "FFF11", "GGGG", "0xF1")) {
            ProfileRefusal refused =
                    assertThrows(ProfileRefusal.class, () -> Shaping.root("matter-paa", VID + vid + ",CN=x"));
            assertEquals(List.of("attribute-value"), Shaping.rules(refused));
        }
    }

    @Test
    void anIntermediateNeedsAVendorAndADeviceAProduct() throws ProfileRefusal {
        Certificate open = Shaping.root("matter-paa", "CN=Open PAA");
        ProfileRefusal vendor = assertThrows(ProfileRefusal.class, () -> Shaping.issuing("matter-pai", "CN=PAI", open));
        assertEquals("subject.matterVendorId", vendor.reasons().get(0).field());
        Certificate forAll = Shaping.issuing("matter-pai", VID + "FFF1,CN=PAI", open);
        ProfileRefusal product = assertThrows(ProfileRefusal.class, () -> deviceUnder(forAll, "CN=x"));
        assertEquals("subject.matterProductId", product.reasons().get(0).field());
        assertEquals(
                "CN=x",
                "CN="
                        + deviceUnder(forAll, PID + "8000,CN=x")
                                .subject()
                                .commonName()
                                .orElseThrow());
    }

    @Test
    void certificatesStayBelowTheSizeLimitOfDevices() throws ProfileRefusal {
        assertTrue(device("CN=" + "x".repeat(64)).encoded().length <= 600);
    }

    private static Certificate device(String subject) throws ProfileRefusal {
        return deviceUnder(pai, subject);
    }

    private static Certificate deviceUnder(Certificate issuer, String subject) throws ProfileRefusal {
        return Shaping.sign(
                Shaping.readyMade("matter-dac"),
                Shaping.under(Shaping.issuer(issuer), Shaping.request(subject)),
                Shaping.ISSUING_KEY);
    }

    private static Certificate example(String name) throws MalformedException {
        String pem = new String(TestData.bytes("matter/spec_" + name + ".pem"), StandardCharsets.US_ASCII);
        return Certificate.ofDer(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
    }

    /** Everything but keys, identifiers, serial number and start. */
    private static List<String> shape(Certificate certificate) {
        List<String> shape = new ArrayList<>();
        shape.add("subject "
                + java.util.HexFormat.of().formatHex(certificate.subject().encoded()));
        shape.add("ends " + certificate.validity().notAfter());
        shape.add("algorithm " + certificate.holder().getSignatureAlgorithm().getAlgorithm());
        shape.add("key " + certificate.publicKey().type().orElseThrow());
        for (Object oid : certificate.holder().getExtensionOIDs()) {
            Extension extension = certificate.holder().getExtension((ASN1ObjectIdentifier) oid);
            boolean identifier = extension.getExtnId().equals(Extension.subjectKeyIdentifier)
                    || extension.getExtnId().equals(Extension.authorityKeyIdentifier);
            int length = extension.getExtnValue().getOctets().length;
            shape.add(ExtensionTitle.of(extension.getExtnId().getId())
                    + (identifier ? " of " + length + " octets" : ": " + ExtensionWords.of(extension))
                    + (extension.isCritical() ? " critical" : ""));
        }
        return shape;
    }
}

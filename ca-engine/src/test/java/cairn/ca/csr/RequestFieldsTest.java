package cairn.ca.csr;

import static cairn.ca.x509.Tlv.element;
import static cairn.ca.x509.Tlv.hex;
import static cairn.ca.x509.Tlv.sequence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a PKCS#10 request, put together by hand and replaced by something that is nearly right. */
final class RequestFieldsTest {
    private static final int SET = 0x31;
    private static final String ECDSA = "300A06082A8648CE3D040302";
    private static final String EXTENSION_REQUEST = "06092A864886F70D01090E";
    private static final String MICROSOFT = "060A2B060104018237020" + "10E";

    private static Map<String, byte[]> fields() {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        fields.put("version", hex("020100"));
        fields.put("subject", hex("300C310A300806035504030C0141"));
        fields.put("key", sequence(hex("300506032B6570"), element(3, new byte[33])));
        fields.put("attributes", hex("A000"));
        fields.put("end", new byte[0]);
        return fields;
    }

    private static byte[] request(String field, byte[] value) {
        Map<String, byte[]> fields = fields();
        assertTrue(fields.containsKey(field), field);
        fields.put(field, value);
        return sequence(sequence(fields.values().toArray(byte[][]::new)), hex(ECDSA), hex("030200AA"));
    }

    private static byte[] attribute(String type, byte[]... values) {
        return sequence(hex(type), element(SET, values));
    }

    private static byte[] attributes(byte[]... all) {
        return request("attributes", element(0xA0, all));
    }

    private static RequestRefusedException refusal(byte[] der) {
        return assertThrows(RequestRefusedException.class, () -> RequestReader.read(der));
    }

    private static void refused(byte[] der, String words) {
        RequestRefusedException refusal = refusal(der);
        assertInstanceOf(RequestRefusedException.Unreadable.class, refusal);
        assertEquals("request.malformed", refusal.rule());
        assertEquals("RFC 2986 section 4", refusal.clause());
        assertTrue(refusal.words().contains(words), refusal::getMessage);
        assertFalse(refusal.where().isBlank());
    }

    @Test
    void theRequestMadeByHandIsGood() throws Exception {
        CertificationRequest request = RequestReader.read(request("attributes", hex("A000")));
        assertEquals("CN=A", request.subject().toString());
        assertEquals(List.of(), request.attributeTypes());
        assertFalse(request.carriesChallengePassword() || request.provesPossession());
        // Old programs leave the empty attributes out.
        assertEquals(
                List.of(),
                RequestReader.read(request("attributes", new byte[0])).attributeTypes());
    }

    @ParameterizedTest
    @CsvSource({
        "version, 020101, 'version 1, where a PKCS#10 request has 0'",
        "version, 0201FF, version is not a number from 0 to 255",
        "version, 02020000, version is a number that is not in its shortest form",
        "version, 0200, version is a number of 0 octets",
        "version, 0A0100, version should have tag 02 and has 0A",
        "subject, 0500, subject is not a name",
        "subject, 310C310A300806035504030C0141, subject is not a name",
        "subject, 30023100, is empty",
        "subject, 30023000, should have tag 31",
        "key, 0500, subjectPublicKeyInfo is not a public key",
        "key, 3000, the algorithm of the public key is missing",
        "key, 300B300506032B657003020154, does not consist of whole octets",
        "attributes, A0020500, an attribute should have tag 30",
        "attributes, A0023000, the type of an attribute is missing",
        "attributes, A007300506032A0304, the values of an attribute is missing",
        "attributes, A009300706032A03043000, the values of an attribute should have tag 31",
        "attributes, A00B300906032A030431000500, bytes follow the end of an attribute",
        "attributes, A10430020500, bytes follow the end of certificationRequestInfo",
        "end, 0500, bytes follow the end of certificationRequestInfo"
    })
    void fieldsThatAreNearlyRightAreRefusedInWords(String field, String hex, String words) {
        refused(request(field, hex(hex)), words);
    }

    @Test
    void theFieldsBehindWhatIsSignedAreThree() {
        byte[] information = sequence(fields().values().toArray(byte[][]::new));
        refused(sequence(information, hex(ECDSA)), "signature is missing");
        refused(sequence(information), "signatureAlgorithm is missing");
        refused(sequence(information, hex(ECDSA), hex("03020154")), "whole octets");
        refused(sequence(information, hex(ECDSA), hex("030200AA"), hex("0500")), "bytes follow the end of the request");
        refused(sequence(information, hex("0500"), hex("030200AA")), "not an algorithm identifier");
        refused(sequence(information, hex("3000"), hex("030200AA")), "not an algorithm identifier");
    }

    private static byte[] extension(String oid, String rest) {
        return sequence(hex(oid), hex(rest));
    }

    @Test
    void requestedExtensionsHaveTheirForm() throws Exception {
        byte[] one = extension("06022A03", "04020500");
        refused(attributes(attribute(EXTENSION_REQUEST)), "the requested extensions is missing");
        refused(attributes(attribute(EXTENSION_REQUEST, hex("0500"))), "the requested extensions should have tag 30");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence(one), sequence(one))),
                "bytes follow the end of the values of an attribute");
        refused(attributes(attribute(EXTENSION_REQUEST, sequence(one, one))), "extension 1.2.3 is requested twice");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence(extension("06022A03", "0500")))),
                "the value of a requested extension should have tag 04");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence(extension("06022A03", "01010104020500")))),
                "neither 00 nor FF");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence(extension("06022A03", "040205000500")))),
                "bytes follow the end of a requested extension");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence(one)), attribute(EXTENSION_REQUEST, sequence(one))),
                "extensions are requested twice");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence(one)), attribute(MICROSOFT, sequence(one))),
                "extensions are requested twice");
        refused(
                attributes(attribute(EXTENSION_REQUEST, sequence()), attribute(MICROSOFT, sequence(one))),
                "extensions are requested twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {EXTENSION_REQUEST, MICROSOFT})
    void extensionsAreFoundUnderBothNumbers(String type) throws Exception {
        byte[] spelledOut = extension("06022A03", "01010004020500");
        CertificationRequest request = RequestReader.read(attributes(attribute(type, sequence(spelledOut))));
        assertEquals(
                "1.2.3",
                request.requestedExtensions()
                        .orElseThrow()
                        .getExtensionOIDs()[0]
                        .getId());
        assertFalse(request.requestedExtensions().orElseThrow().getCriticalExtensionOIDs().length > 0);
    }

    @Test
    void anEmptyListOfExtensionsAsksForNothing() throws Exception {
        CertificationRequest request = RequestReader.read(attributes(attribute(EXTENSION_REQUEST, sequence())));
        assertTrue(request.requestedExtensions().isEmpty());
        assertEquals(List.of("1.2.840.113549.1.9.14"), request.attributeTypes());
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void attributesHaveANumberThatIsEnough(int count, boolean good) throws Exception {
        byte[][] all = new byte[count][];
        for (int i = 0; i < count; i++) {
            all[i] = attribute("06022A" + String.format("%02X", i), hex("0500"));
        }
        if (good) {
            assertEquals(
                    count, RequestReader.read(attributes(all)).attributeTypes().size());
        } else {
            refused(attributes(all), "more than 64 attributes");
        }
    }

    @ParameterizedTest
    @CsvSource({"256, true", "257, false"})
    void extensionsHaveANumberThatIsEnough(int count, boolean good) throws Exception {
        byte[][] all = new byte[count][];
        for (int i = 0; i < count; i++) {
            String oid =
                    i < 128 ? String.format("06022A%02X", i) : String.format("06032A%02X%02X", 0x80 | i >> 7, i & 127);
            all[i] = extension(oid, "04020500");
        }
        byte[] der = attributes(attribute(EXTENSION_REQUEST, sequence(all)));
        if (good) {
            assertEquals(
                    count,
                    RequestReader.read(der).requestedExtensions().orElseThrow().getExtensionOIDs().length);
        } else {
            refused(der, "there are more than 256");
        }
    }

    @Test
    void theChallengePasswordIsKnownByItsNumberAlone() throws Exception {
        byte[] der = attributes(attribute("06092A864886F70D010907", hex("0C0178")), attribute("06022A03", hex("0500")));
        CertificationRequest request = RequestReader.read(der);
        assertTrue(request.carriesChallengePassword());
        assertEquals(List.of("1.2.840.113549.1.9.7", "1.2.3"), request.attributeTypes());
    }

    @Test
    void requestsAreEqualWhenTheirOctetsAre() throws Exception {
        CertificationRequest one = CertificationRequest.ofDer(request("version", hex("020100")));
        CertificationRequest same = CertificationRequest.ofDer(request("version", hex("020100")));
        CertificationRequest other = CertificationRequest.ofDer(request("subject", hex("3000")));
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertFalse(one.equals(other));
        one.encoded()[0] = 0;
        assertEquals(one, same);
        assertTrue(one.toString().startsWith("request for CN=A "), one::toString);
    }
}

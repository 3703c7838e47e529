package cairn.ca.x509;

import static cairn.ca.x509.Tlv.element;
import static cairn.ca.x509.Tlv.hex;
import static cairn.ca.x509.Tlv.sequence;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a certificate, put together by hand and replaced by something that is nearly right. */
final class CertificateFieldsTest {
    private static final String VERSION_3 = "A003020102";
    private static final String ECDSA = "300A06082A8648CE3D040302";
    private static final String NAME = "300C310A300806035504030C0141";
    private static final String VALIDITY = "301E170D3236303130313030303030305A170D3336303130313030303030305A";
    private static final String EXTENSIONS = "A3133011300F0603551D130101FF040530030101FF";

    /** The fields of tbsCertificate in their order; an empty one is left out. */
    private static Map<String, byte[]> fields() {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        fields.put("version", hex(VERSION_3));
        fields.put("serial", hex("020105"));
        fields.put("algorithm", hex(ECDSA));
        fields.put("issuer", hex(NAME));
        fields.put("validity", hex(VALIDITY));
        fields.put("subject", hex(NAME));
        fields.put("key", sequence(hex("300506032B6570"), element(DerReader.BIT_STRING, new byte[33])));
        fields.put("ids", new byte[0]);
        fields.put("extensions", hex(EXTENSIONS));
        fields.put("end", new byte[0]);
        return fields;
    }

    private static byte[] certificate(Map<String, byte[]> fields) {
        return certificate(fields, hex(ECDSA), hex("030200AA"));
    }

    private static byte[] certificate(Map<String, byte[]> fields, byte[] algorithm, byte[] signature) {
        return sequence(sequence(fields.values().toArray(byte[][]::new)), algorithm, signature);
    }

    private static byte[] with(String... replacements) {
        Map<String, byte[]> fields = fields();
        for (int i = 0; i < replacements.length; i += 2) {
            assertTrue(fields.containsKey(replacements[i]), replacements[i]);
            fields.put(replacements[i], hex(replacements[i + 1]));
        }
        return certificate(fields);
    }

    @Test
    void theCertificateMadeByHandIsGood() throws Exception {
        Certificate certificate = CertificateStructure.read(with());
        assertEquals("CN=A", certificate.subject().toString());
        assertEquals("05", certificate.serialNumber().hex());
        assertTrue(certificate.isAuthority() && certificate.isSelfIssued());
    }

    @ParameterizedTest
    @CsvSource({
        "a negative number, serial, 0201FF",
        "a number of 21 octets, serial, 0215010000000000000000000000000000000000000000",
        "an empty subject, subject, 3000",
        "both ends in the same second, validity, 301E170D3236303130313030303030305A170D3236303130313030303030305A",
        "a start in 1950, validity, 301E170D3530303130313030303030305A170D3439313233313233353935395A",
        "no end, validity, 3020170D3236303130313030303030305A180F39393939313233313233353935395A",
        "one identifier, ids, 81020055",
        "both identifiers, ids, 8102005582020055",
        "the second identifier alone, ids, 82020055",
        "no extensions, extensions, ''"
    })
    void unusualFieldsThatTheStandardAllowsAreRead(String why, String field, String hex) {
        assertDoesNotThrow(() -> CertificateStructure.check(with(field, hex)), why);
    }

    @ParameterizedTest
    @CsvSource({
        "version, A003020100, 'version 1, where only 2 and 3'",
        "version, A003020103, 'version 4, where only 2 and 3'",
        "version, A0030201FF, 'version 0, where only 2 and 3'",
        "version, A00411020102, version",
        "version, A0050201020500, bytes follow the end of version",
        "version, A000, version is missing",
        "version, A003020101, 'version 2 has extensions'",
        "version, '', 'version 1 has extensions'",
        "serial, 0200, serialNumber is a number of 0 octets",
        "serial, 02020005, serialNumber is a number that is not in its shortest form",
        "serial, 0202FF85, serialNumber is a number that is not in its shortest form",
        "serial, '', serialNumber should have tag 02 and has 30",
        "serial, 0A0105, serialNumber should have tag 02 and has 0A",
        "algorithm, 300A06082A8648CE3D040303, signatureAlgorithm differs",
        "algorithm, 300C06082A8648CE3D0403020500, signatureAlgorithm differs",
        "algorithm, 3000, signature is missing",
        "algorithm, 300E06082A8648CE3D04030205000500, bytes follow the end of signature",
        "algorithm, 3003020101, signature should have tag 06",
        "issuer, 310C310A300806035504030C0141, issuer should have tag 30 and has 31",
        "issuer, 30023100, a relative name of issuer is empty",
        "subject, 3004310230" + "00, the type of an attribute of subject is missing",
        "subject, 300931073005060355" + "0403, attribute 2.5.4.3 of subject has no value",
        "subject, 300C310A300806035504030CC141, a length of 65 octets",
        "subject, 300C310A300806035504030C01C4, octets that its string type does not allow",
        "subject, 300C310A30080603550403130" + "1C4, octets that its string type does not allow",
        "subject, 300C310A300806035504031601E4, octets that its string type does not allow",
        "subject, 300C310A300806035504031E0141, octets that its string type does not allow",
        "subject, 300D310B300906035504031C020041, octets that its string type does not allow",
        "subject, 300E310C300A06035504030C01410500, bytes follow the end of an attribute of subject",
        "validity, 300F170D3236303130313030303030305A, notAfter is not a time",
        "validity, 3000, notBefore is not a time",
        "validity, 301E170D3236303130313030303030315A170D3236303130313030303030305A, is before notBefore",
        "validity, 3020170D3236303130313030303030305A170D3336303130313030303030305A0500, bytes follow the end of validity",
        "key, 3000, the algorithm of the public key is missing",
        "key, 3007300506032B6570, subjectPublicKey is missing",
        "key, 300B300506032B657003020180, does not consist of whole octets",
        "key, 300D300506032B657003020" + "0550500, bytes follow the end of subjectPublicKeyInfo",
        "ids, 8202005581020055, bytes follow the end of tbsCertificate",
        "ids, 8102005581020055, bytes follow the end of tbsCertificate",
        "extensions, A3023000, extensions are there and empty",
        "extensions, A300, extensions is missing",
        "extensions, A3153011300F0603551D130101FF040530030101FF0500, bytes follow the end of extensions",
        "extensions, A308300630040602559D, the identifier of an extension is not an object identifier",
        "extensions, A30930073005060355" + "1D13, the value of basicConstraints is missing",
        "extensions, A310300E300C0603551D1301010004023000, 'critical of basicConstraints says FALSE, which DER leaves out'",
        "extensions, A310300E300C0603551D1301010104023000, neither 00 nor FF",
        "extensions, A30D300B30090603551D1303023000, the value of basicConstraints should have tag 04 and has 03",
        "extensions, A30F300D300B0603551D13040230000500, bytes follow the end of an extension",
        "extensions, A318301630090603551D130402300030090603551D1304023000, basicConstraints stands there twice",
        "extensions, A30E300C300A0603551D130403300001, basicConstraints: 1 bytes follow the end",
        "extensions, A30F300D300B0603551D0F040403020700, keyUsage: no bit is set",
        "extensions, A316301430090603551D0E04020400300706022A03020100, the value of 1.2.3",
        "end, 0500, bytes follow the end of tbsCertificate"
    })
    void fieldsThatAreNearlyRightAreRefusedInWords(String field, String hex, String words) {
        MalformedException refusal =
                assertThrows(MalformedException.class, () -> CertificateStructure.check(with(field, hex)));
        assertTrue(refusal.what().contains(words), refusal::getMessage);
        assertTrue(refusal.where().contains("offset "), refusal.where());
    }

    @Test
    void aVersion1CertificateHasNeitherIdentifiersNorExtensions() {
        assertDoesNotThrow(() -> CertificateStructure.check(with("version", "", "extensions", "")));
        assertDoesNotThrow(
                () -> CertificateStructure.check(with("version", "A003020101", "ids", "81020055", "extensions", "")));
        MalformedException refusal = assertThrows(
                MalformedException.class,
                () -> CertificateStructure.check(with("version", "", "ids", "81020055", "extensions", "")));
        assertTrue(refusal.what().contains("version 1 has a unique identifier"), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030100", "03020155", "0500", "", "0302005505" + "00"})
    void aSignatureIsWholeOctetsAndTheLastField(String signature) {
        boolean empty = signature.equals("030100");
        byte[] der = certificate(fields(), hex(ECDSA), hex(signature));
        if (empty) {
            assertDoesNotThrow(() -> CertificateStructure.check(der), "its length is the verifier's business");
        } else {
            assertThrows(MalformedException.class, () -> CertificateStructure.check(der));
        }
    }

    @Test
    void theOuterAlgorithmIsComparedOctetForOctet() {
        byte[] withNull = hex("300C06082A8648CE3D0403020500");
        Map<String, byte[]> fields = fields();
        assertThrows(
                MalformedException.class,
                () -> CertificateStructure.check(certificate(fields, withNull, hex("030200AA"))));
        fields.put("algorithm", withNull);
        assertDoesNotThrow(() -> CertificateStructure.check(certificate(fields, withNull, hex("030200AA"))));
    }

    @Test
    void thePlaceIsAnOffsetInTheWholeFile() {
        byte[] der = with("serial", "0A0105");
        MalformedException refusal = assertThrows(MalformedException.class, () -> CertificateStructure.check(der));
        int at = -1;
        for (int i = 0; i < der.length && at < 0; i++) {
            at = der[i] == 0x0A && der[i + 1] == 1 && der[i + 2] == 5 ? i : -1;
        }
        assertEquals("offset " + at + " in tbsCertificate", refusal.where());
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501})
    void fiveHundredExtensionsAreEnough(int count) {
        byte[][] all = new byte[count][];
        for (int i = 0; i < count; i++) {
            byte[] oid = {0x2A, 3, (byte) (0x80 | i >> 7), (byte) (i & 0x7F)};
            oid = i < 128 ? new byte[] {0x2A, 3, (byte) i} : oid;
            all[i] = sequence(element(DerReader.OID, oid), element(DerReader.OCTET_STRING));
        }
        Map<String, byte[]> fields = fields();
        fields.put("extensions", element(0xA3, sequence(all)));
        if (count <= 500) {
            assertDoesNotThrow(() -> CertificateStructure.check(certificate(fields)));
        } else {
            MalformedException refusal =
                    assertThrows(MalformedException.class, () -> CertificateStructure.check(certificate(fields)));
            assertEquals("more than 500 extensions", refusal.what());
        }
    }
}

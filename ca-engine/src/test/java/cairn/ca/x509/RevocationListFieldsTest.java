package cairn.ca.x509;

import static cairn.ca.x509.Tlv.element;
import static cairn.ca.x509.Tlv.hex;
import static cairn.ca.x509.Tlv.sequence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.IssuingDistributionPointFields.Scope;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of a revocation list, put together by hand and replaced by something that is nearly right. */
final class RevocationListFieldsTest {
    private static final String ECDSA = "300A06082A8648CE3D040302";
    private static final String TIME = "170D3236303130313030303030305A";

    private static Map<String, byte[]> fields() {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        fields.put("version", hex("020101"));
        fields.put("algorithm", hex(ECDSA));
        fields.put("issuer", hex("300C310A300806035504030C0141"));
        fields.put("thisUpdate", hex(TIME));
        fields.put("nextUpdate", hex("170D3237303130313030303030305A"));
        fields.put("entries", sequence(entry("020105", "")));
        fields.put("extensions", extensions(extension("14", "", "020103")));
        fields.put("end", new byte[0]);
        return fields;
    }

    private static byte[] entry(String serial, String rest) {
        return sequence(hex(serial), hex(TIME), hex(rest));
    }

    /** An extension under 2.5.29 with this last number in hexadecimal digits. */
    private static byte[] extension(String arc, String critical, String value) {
        return sequence(hex("0603551D" + arc), hex(critical), element(DerReader.OCTET_STRING, hex(value)));
    }

    private static byte[] extensions(byte[]... all) {
        return element(0xA0, sequence(all));
    }

    private static byte[] list(String field, byte[] value) {
        Map<String, byte[]> fields = fields();
        assertTrue(fields.containsKey(field), field);
        fields.put(field, value);
        return list(fields, hex(ECDSA), hex("030200AA"));
    }

    private static byte[] list(Map<String, byte[]> fields, byte[] algorithm, byte[] signature) {
        return sequence(sequence(fields.values().toArray(byte[][]::new)), algorithm, signature);
    }

    private static void refused(byte[] der, String words) {
        MalformedException refusal =
                assertThrows(MalformedException.class, () -> CertificateListOutline.read(der), words);
        assertTrue(refusal.what().contains(words), refusal::getMessage);
        assertFalse(refusal.where().isBlank(), refusal::getMessage);
    }

    @Test
    void theListMadeByHandIsGood() throws Exception {
        CertificateListOutline list = CertificateListOutline.read(list(fields(), hex(ECDSA), hex("030200AA")));
        assertEquals(2, list.version());
        assertEquals("CN=A", list.issuer().toString());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), list.thisUpdate());
        assertEquals(Optional.of(Instant.parse("2027-01-01T00:00:00Z")), list.nextUpdate());
        assertEquals(1, list.entries());
        assertEquals(Optional.of(BigInteger.valueOf(3)), list.number());
        assertEquals(
                "1.2.840.10045.4.3.2", list.signatureAlgorithm().getAlgorithm().getId());
        assertEquals(List.of(), list.criticalEntryExtensions());
    }

    @ParameterizedTest
    @CsvSource({
        "version, 020100, 'version 1, where only 2 can be written'",
        "version, 020102, 'version 3, where only 2 can be written'",
        "version, 0201FF, version is not a number",
        "version, 02050080000000, version is not a number",
        "version, '', 'a list of version 1 has extensions'",
        "algorithm, 300A06082A8648CE3D040303, signatureAlgorithm differs inside and outside",
        "algorithm, 300C06082A8648CE3D0403020500, signatureAlgorithm differs inside and outside",
        "algorithm, 3000, signature is missing",
        "issuer, 0500, issuer is not a name",
        "issuer, 310C310A300806035504030C0141, issuer is not a name",
        "issuer, 30023100, a relative name of issuer is empty",
        "issuer, 300C310A300806035504030C01C4, octets that its string type does not allow",
        "thisUpdate, 0500, thisUpdate is not a time",
        "thisUpdate, 170D3236303130313030303036305A, thisUpdate names a day or an hour that does not exist",
        "thisUpdate, 17113236303130313030303030302B30303030, thisUpdate is not written as YYMMDDHHMMSSZ",
        "nextUpdate, 180D3237303130313030303030305A, nextUpdate is not written as YYYYMMDDHHMMSSZ",
        "entries, 3003020105, a revoked certificate should have tag 30",
        "entries, 30023000, userCertificate is missing",
        "entries, 30053003020105, revocationDate is not a time",
        "extensions, A0023000, the extensions are there and empty",
        "extensions, A000, the extensions is missing",
        "extensions, A10E300C300A0603551D140403020103, bytes follow the end of tbsCertList",
        "extensions, A010300C300A0603551D1404030201030500, bytes follow the end of crlExtensions",
        "end, 0500, bytes follow the end of tbsCertList"
    })
    void fieldsThatAreNearlyRightAreRefusedInWords(String field, String hex, String words) {
        refused(list(field, hex(hex)), words);
    }

    @ParameterizedTest
    @CsvSource({
        "14, 0201FF, cRLNumber is negative",
        "14, 02020003, cRLNumber is a number that is not in its shortest form",
        "14, 0201030500, bytes follow the end of cRLNumber",
        "14, 0500, cRLNumber should have tag 02",
        "1B, 0201FF, deltaCRLIndicator is negative",
        "1B, 040103, deltaCRLIndicator should have tag 02",
        "1C, 3000, issuingDistributionPoint is empty",
        "1C, 30068101FF8201FF, limits the list to two kinds of certificate at once",
        "1C, 30068101FF8501FF, limits the list to two kinds of certificate at once",
        "1C, 30068201FF8501FF, limits the list to two kinds of certificate at once",
        "1C, 3003810100, 'onlyContainsUserCerts says FALSE, which DER leaves out'",
        "1C, 3003820100, 'onlyContainsCACerts says FALSE'",
        "1C, 3003840100, 'indirectCRL says FALSE'",
        "1C, 3003850101, neither 00 nor FF",
        "1C, 30068201FF8101FF, bytes follow the end of issuingDistributionPoint",
        "1C, 30028300, the reasons are not reason flags",
        "1C, 3003830100, the reasons are not reason flags",
        "1C, 3006830400010203, the reasons are not reason flags",
        "1C, 3002A000, a distribution point has a name of unknown form",
        "1C, 3004A0023000, a distribution point has a name of unknown form",
        "1C, 3004A002A000, fullName is empty",
        "1C, 3004A002A100, a relative name of nameRelativeToCRLIssuer is empty",
        "1C, 3009A007A0058203612E620500, bytes follow the end of issuingDistributionPoint",
        "23, 3003820105, authorityCertIssuer and authorityCertSerialNumber stand together or not at all",
        "12, 3000, is empty"
    })
    void extensionsOfAListHaveTheirForm(String arc, String value, String words) {
        refused(list("extensions", extensions(extension(arc, "", value))), words);
    }

    @Test
    void theSameExtensionTwiceIsRefused() {
        byte[] number = extension("14", "", "020103");
        refused(list("extensions", extensions(number, number)), "cRLNumber stands there twice");
        byte[] reason = sequence(extension("15", "", "0A0101"), extension("15", "", "0A0101"));
        byte[] entry = sequence(hex("020105"), hex(TIME), reason);
        refused(list("entries", sequence(entry)), "reasonCode stands there twice");
    }

    @ParameterizedTest
    @CsvSource({
        "15, 0A010B, 'reasonCode is not a number from 0 to 10'",
        "15, 0A01FF, 'reasonCode is not a number from 0 to 10'",
        "15, 020101, reasonCode should have tag 0A",
        "15, 0A01010500, bytes follow the end of reasonCode",
        "18, 170D3236303130313030303030305A0500, bytes follow the end of invalidityDate",
        "18, 0500, invalidityDate is not a time",
        "1D, 3000, certificateIssuer is empty",
        "1D, 0500, certificateIssuer should have tag 30"
    })
    void extensionsOfAnEntryHaveTheirForm(String arc, String value, String words) {
        byte[] entry = sequence(hex("020105"), hex(TIME), sequence(extension(arc, "", value)));
        refused(list("entries", sequence(entry)), words);
    }

    @Test
    void emptyExtensionsOfAnEntryAreRefused() {
        refused(list("entries", sequence(entry("020105", "3000"))), "the extensions are there and empty");
        refused(list("entries", sequence(entry("020105", "30000500"))), "the extensions are there and empty");
        refused(list("entries", sequence(entry("020105", "0500"))), "bytes follow the end of a revoked certificate");
    }

    @Test
    void aListOfVersion1HasNoExtensionsAnywhere() throws Exception {
        Map<String, byte[]> fields = fields();
        fields.put("version", new byte[0]);
        fields.put("extensions", new byte[0]);
        CertificateListOutline list = CertificateListOutline.read(list(fields, hex(ECDSA), hex("030200AA")));
        assertEquals(1, list.version());
        assertEquals(Optional.empty(), list.number());
        byte[] reason = sequence(extension("15", "", "0A0101"));
        fields.put("entries", sequence(sequence(hex("020105"), hex(TIME), reason)));
        refused(list(fields, hex(ECDSA), hex("030200AA")), "version 1 has an entry with extensions");
    }

    @Test
    void whatMayBeAbsentIsAbsent() throws Exception {
        Map<String, byte[]> fields = fields();
        fields.put("nextUpdate", new byte[0]);
        fields.put("entries", new byte[0]);
        fields.put("extensions", new byte[0]);
        CertificateListOutline list = CertificateListOutline.read(list(fields, hex(ECDSA), hex("030200AA")));
        assertEquals(Optional.empty(), list.nextUpdate());
        assertEquals(0, list.entries());
        assertFalse(list.hasEmptyEntries());
        list.forEachEntry(entry -> {
            throw new AssertionError(entry);
        });
        assertTrue(CertificateListOutline.read(list("entries", hex("3000"))).hasEmptyEntries());
    }

    @ParameterizedTest
    @CsvSource({
        "30038101FF, END_ENTITIES, false, false, false",
        "30038201FF, AUTHORITIES, false, false, false",
        "30038501FF, ATTRIBUTES, false, false, false",
        "30038401FF, ALL, false, true, false",
        "300483020106, ALL, true, false, false",
        "30058303010680, ALL, true, false, false",
        "3009A007A0058203612E62, ALL, false, false, true",
        "3015A007A0058203612E628101FF830201068401FF" + "0000, , , ,"
    })
    void theScopeIsReadAsItIsWritten(String hex, Scope scope, Boolean reasons, Boolean indirect, Boolean point)
            throws Exception {
        byte[] der = list("extensions", extensions(extension("1C", "0101FF", hex)));
        if (scope == null) {
            refused(der, "");
            return;
        }
        RevocationListExtension extension =
                CertificateListOutline.read(der).extension("2.5.29.28").orElseThrow();
        IssuingDistributionPointFields fields =
                extension.issuingDistributionPoint().orElseThrow();
        assertTrue(extension.critical());
        assertEquals(scope, fields.scope());
        assertEquals(reasons, fields.someReasons());
        assertEquals(indirect, fields.indirect());
        assertEquals(point, fields.point().isPresent());
    }

    @Test
    void anotherExtensionHasNoScope() throws Exception {
        CertificateListOutline list = CertificateListOutline.read(list(fields(), hex(ECDSA), hex("030200AA")));
        assertEquals(Optional.empty(), list.extensions().getFirst().issuingDistributionPoint());
        assertEquals("cRLNumber", list.extensions().getFirst().title());
        assertEquals(Optional.empty(), list.extension("2.5.29.27"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0A0100", "1, 0A0101", "8, 0A0108", "10, 0A010A"})
    void reasonsAreHandedOverByNumber(int reason, String value) throws Exception {
        byte[] entry = sequence(hex("020105"), hex(TIME), sequence(extension("15", "", value)));
        List<RevocationListEntry> entries = new ArrayList<>();
        CertificateListOutline.read(list("entries", sequence(entry, entry("02020080", ""))))
                .forEachEntry(entries::add);
        assertEquals(Optional.of(reason), entries.get(0).reason());
        assertEquals(Optional.empty(), entries.get(1).reason());
        assertEquals(BigInteger.valueOf(128), entries.get(1).serial());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), entries.get(1).revocationDate());
    }

    @Test
    void criticalExtensionsOfEntriesAreNotedOnceAndTwentyAtMost() throws Exception {
        byte[][] entries = new byte[50][];
        for (int i = 0; i < entries.length; i++) {
            byte[] odd = extension(String.format("%02X", 0x40 + i / 2), "0101FF", "0500");
            entries[i] =
                    sequence(Tlv.element(DerReader.INTEGER, new byte[] {(byte) (i + 1)}), hex(TIME), sequence(odd));
        }
        List<String> noted =
                CertificateListOutline.read(list("entries", sequence(entries))).criticalEntryExtensions();
        assertEquals(20, noted.size());
        assertEquals(20, noted.stream().distinct().count());
        assertEquals("2.5.29.64", noted.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"0500", "030155", "03020155", "0302005505"})
    void theSignatureIsWholeOctetsAndTheLastField(String signature) {
        byte[] tail = signature.length() % 2 == 0 ? hex(signature) : new byte[0];
        byte[] der = list(fields(), hex(ECDSA), tail);
        assertThrows(MalformedException.class, () -> CertificateListOutline.read(der));
    }
}

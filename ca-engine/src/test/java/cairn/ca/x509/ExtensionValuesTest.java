package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of the extensions of RFC 5280, by hand: what has the form is read, what nearly has it is refused. */
final class ExtensionValuesTest {
    private static final String[] KNOWN = {
        "14", "15", "17", "18", "19", "30", "31", "32", "33", "35", "36", "37", "46", "54", "56"
    };

    @ParameterizedTest
    @CsvSource({
        "14, 04020102",
        "15, 03020780",
        "15, 0303078080",
        "17, 30058203612E62",
        "17, 3006870401020304",
        "17, 3012871020010db8000000000000000000000001",
        "17, 300588032A0304",
        "17, 3004A4023000",
        "17, 300BA00906032A0304A0020500",
        "17, 30058603753A78",
        "17, 30058103614062",
        "18, 30058203612E62",
        "19, 3000",
        "19, 30030101FF",
        "19, 30060101FF020100",
        "19, 3003010100",
        "30, 3009A00730058203612E62",
        "30, 3009A10730058203612E62",
        "30, 300EA00C300A87080A000000FF000000",
        "31, 300D300BA009A0078605753A782F79",
        "31, 30073005A203820161",
        "31, 300F300DA007A0058603753A7881020106",
        "32, 300530030601" + "2A",
        "32, 30073005060355" + "1D20",
        "33, 300830060601" + "2A06012B",
        "35, 3000",
        "35, 30048002AABB",
        "35, 300AA1058203612E62820105",
        "36, 3003800100",
        "36, 3003810105",
        "36, 3006800100810100",
        "37, 30030601" + "2A",
        "37, 300606012A06012B",
        "54, 020100",
        "56, 0500",
        "46, 300D300BA009A0078605753A782F79"
    })
    void valuesOfTheirFormAreRead(String arc, String hex) {
        assertDoesNotThrow(() -> check(arc, hex));
    }

    @ParameterizedTest
    @CsvSource({
        "no identifier, 14, 0500",
        "bytes behind it, 14, 0402010200",
        "no bit, 15, 03020700",
        "no bits at all, 15, 030100",
        "unused bits that are used, 15, 03020781",
        "a number, 15, 020101",
        "no name, 17, 3000",
        "an unknown form of name, 17, 30028900",
        "letters beyond ASCII, 17, 300482024C" + "E4",
        "an address of five octets, 17, 300787050102030405",
        "an address without octets, 17, 30028700",
        "an identifier without end, 17, 300388018A",
        "an implicit directory name, 17, 3004A4023100",
        "a half other name, 17, 3007A00506032A0304",
        "a word for a truth, 19, 3003010101",
        "a negative length, 19, 30060101FF0201FF",
        "a length in two octets, 19, 30070101FF02020001",
        "things behind, 19, 30050101FF0500",
        "no subtrees, 30, 3000",
        "a range without mask, 30, 300AA008300687040A000000",
        "a mask with a gap, 30, 300EA00C300A87080A000000FF00FF00",
        "a minimum, 30, 300CA00A30088203612E62800101",
        "no tree in the list, 30, 3002A000",
        "no point, 31, 3000",
        "a point of nothing, 31, 30023000",
        "reasons alone, 31, 3006300481020106",
        "two forms of name, 31, 300DA00BA0058603753A78A1023000",
        "no policy, 32, 3000",
        "one policy twice, 32, 300A300306012A300306012A",
        "qualifiers of nothing, 32, 3007300506012A3000",
        "half a mapping, 33, 3005300306012A",
        "no mapping, 33, 3000",
        "an issuer without number, 35, 3007A1058203612E62",
        "a number without issuer, 35, 3003820105",
        "an explicit identifier, 35, 3004A0020500",
        "neither constraint, 36, 3000",
        "a negative count, 36, 300380" + "01FF",
        "the wrong order, 36, 3006810100800100",
        "no purpose, 37, 3000",
        "a purpose that is a number, 37, 3003020101",
        "a negative skip, 54, 0201FF",
        "a long skip, 54, 02020001",
        "something in nothing, 56, 050100",
        "another nothing, 56, 3000",
        "nothing, 56, ''",
        "a cut value, 19, 3003010" + "1",
        "an indefinite length, 19, 30800000",
        "a length in long form, 19, 308100"
    })
    void valuesThatNearlyHaveTheirFormAreRefusedWithTheirName(String why, String arc, String hex) {
        String whole = hex.length() % 2 == 0 ? hex : hex.substring(1);
        MalformedException refusal = assertThrows(MalformedException.class, () -> check(arc, whole), why);
        assertTrue(refusal.what().startsWith(ExtensionTitle.of("2.5.29." + arc) + ": "), refusal.what());
        assertTrue(refusal.where().startsWith("extension at offset "), refusal.where());
    }

    private static void check(String arc, String hex) throws MalformedException {
        CertificateStructure.checkExtensionValue("2.5.29." + arc, HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({"1, 3010300E06082B0601050507300186" + "023A3A", "11, 3010300E06082B0601050507300186" + "023A3A"})
    void accessDescriptionsHaveAMethodAndAPlace(String arc, String hex) throws Exception {
        String oid = "1.3.6.1.5.5.7.1." + arc;
        CertificateStructure.checkExtensionValue(oid, HexFormat.of().parseHex(hex));
        for (String bad : new String[] {"3000", "30023000", "300C300A06082B06010505073001"}) {
            byte[] value = HexFormat.of().parseHex(bad);
            assertThrows(MalformedException.class, () -> CertificateStructure.checkExtensionValue(oid, value), bad);
        }
    }

    @Property(tries = 3000)
    void anyOctetsAreAValueOrRefused(@ForAll @IntRange(max = 14) int which, @ForAll @Size(max = 40) byte[] octets) {
        try {
            CertificateStructure.checkExtensionValue("2.5.29." + KNOWN[which], octets);
            Der.requireDer(octets);
        } catch (MalformedException e) {
            assertTrue(e.where().startsWith("extension at offset 0, "), e.where());
        }
    }

    @Property(tries = 200)
    void nothingIsSaidOfExtensionsThatNobodyKnows(@ForAll @Size(max = 40) byte[] octets) {
        assertDoesNotThrow(() -> CertificateStructure.checkExtensionValue("1.2.3.4", octets));
        assertEquals("1.2.3.4", ExtensionTitle.of("1.2.3.4"));
    }
}

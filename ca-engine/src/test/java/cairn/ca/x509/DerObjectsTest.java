package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DerObjectsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // What certificates consist of.
                "0101FF",
                "020101",
                "0202FF7F",
                "0303000102",
                "030100",
                "0400",
                "04020102",
                "0500",
                "0603551D13",
                "0C0161",
                "0C00",
                "130161",
                "170D3235303130313030303030305A",
                "180F32303530303130313030303030305A",
                "3000",
                "3100",
                "300A0603551D130101FF0400",
                "A003020102",
                "A30430020500",
                // Two members of a set in an order that is not DER's.
                "3106020102020101",
                // Left to the library.
                "010100",
                "010101",
                "0303010102",
                "03020780",
                "0C02C3A4",
                "1301E4",
                "1E020061",
                "160161",
                "0A0101",
                "A100",
                "A1020500",
                "810101",
                "BF1F020500",
                "30055F1F020500",
                "2404040204FF",
                // Good elements that are no good values.
                "0200",
                "0203000001",
                "0600",
                "060155",
                "060180",
                "0301",
                "0300",
                "030108",
                "050100",
                "0102FFFF",
                "A000",
                "A00405000500",
                "170101",
                "0C01FF",
            })
    void readsAsTheLibraryReads(String hex) throws IOException {
        byte[] der = HexFormat.of().parseHex(hex);
        ASN1Primitive expected;
        try {
            expected = ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            assertThrows(IOException.class, () -> DerObjects.read(der));
            return;
        }
        ASN1Primitive read = DerObjects.read(der);
        assertEquals(expected, read);
        assertArrayEquals(expected.getEncoded(), read.getEncoded());
        assertArrayEquals(expected.getEncoded("DER"), read.getEncoded("DER"));
        sameTypes(expected, read);
    }

    private static void sameTypes(ASN1Encodable expected, ASN1Encodable read) {
        assertEquals(expected.getClass(), read.getClass());
        switch (expected) {
            case ASN1Sequence sequence -> {
                for (int i = 0; i < sequence.size(); i++) {
                    sameTypes(sequence.getObjectAt(i), ((ASN1Sequence) read).getObjectAt(i));
                }
            }
            case ASN1Set set -> {
                for (int i = 0; i < set.size(); i++) {
                    sameTypes(set.getObjectAt(i), ((ASN1Set) read).getObjectAt(i));
                }
            }
            case ASN1TaggedObject tagged
            when tagged.isExplicit() ->
                sameTypes(tagged.getExplicitBaseObject(), ((ASN1TaggedObject) read).getExplicitBaseObject());
            default -> {}
        }
    }
}

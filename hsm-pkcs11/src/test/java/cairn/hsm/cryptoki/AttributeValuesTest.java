package cairn.hsm.cryptoki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Cka;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What objects answer, on both platforms: a value of the wrong length is no value, and numbers have their names. */
final class AttributeValuesTest {
    private static AttributeValues posix(long type, byte... octets) {
        return new AttributeValues(Abi.POSIX, Map.of(type, octets));
    }

    private static AttributeValues windows(long type, byte... octets) {
        return new AttributeValues(Abi.WINDOWS, Map.of(type, octets));
    }

    @Property
    void numbersOfEightOctets(@ForAll long value) {
        byte[] octets = ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putLong(value)
                .array();
        assertEquals(OptionalLong.of(value), posix(Cka.KEY_TYPE, octets).number(Cka.KEY_TYPE));
        assertEquals(OptionalLong.empty(), windows(Cka.KEY_TYPE, octets).number(Cka.KEY_TYPE));
    }

    @Property
    void numbersOfFourOctetsAreUnsigned(@ForAll @LongRange(max = 0xFFFF_FFFEL) long value) {
        byte[] octets = ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt((int) value)
                .array();
        assertEquals(OptionalLong.of(value), windows(Cka.KEY_TYPE, octets).number(Cka.KEY_TYPE));
        assertEquals(OptionalLong.empty(), posix(Cka.KEY_TYPE, octets).number(Cka.KEY_TYPE));
    }

    @Property(tries = 100)
    void aNumberOfAnotherLengthIsNone(@ForAll @Size(max = 20) byte[] octets) {
        assertEquals(octets.length == 8, posix(1, octets).number(1).isPresent());
        assertEquals(octets.length == 4, windows(1, octets).number(1).isPresent());
        assertEquals(octets.length == 1, posix(1, octets).bool(1).isPresent());
        assertArrayEquals(octets, posix(1, octets).octets(1).orElseThrow());
    }

    @Property(tries = 300)
    void anyOctetButZeroIsTrue(@ForAll byte octet) {
        assertEquals(Optional.of(octet != 0), posix(Cka.SIGN, octet).bool(Cka.SIGN));
    }

    @Test
    void whatWasNotAnsweredHasNoValue() {
        AttributeValues values = posix(Cka.LABEL, (byte) 'a');
        assertEquals(Set.of(Cka.LABEL), values.types());
        assertTrue(values.octets(Cka.ID).isEmpty());
        assertTrue(values.bool(Cka.SENSITIVE).isEmpty());
        assertTrue(values.number(Cka.KEY_TYPE).isEmpty());
        assertEquals("", values.text(Cka.ID));
        assertEquals("a", values.text(Cka.LABEL));
    }

    @Test
    void valuesAreCopied() {
        Map<Long, byte[]> given = new HashMap<>(Map.of(Cka.ID, new byte[] {1, 2}));
        AttributeValues values = new AttributeValues(Abi.POSIX, given);
        given.clear();
        values.octets(Cka.ID).orElseThrow()[0] = 9;
        assertArrayEquals(new byte[] {1, 2}, values.octets(Cka.ID).orElseThrow());
    }

    @Test
    void anAttributeIsShownByItsNameAndNeverByItsValue() {
        assertEquals("CKA_LABEL", Attribute.of(Cka.LABEL, "secret").toString());
        assertEquals("CKA_VALUE", Attribute.of(Cka.VALUE, new byte[] {1}).toString());
        assertEquals(Cka.SIGN, Attribute.of(Cka.SIGN, true).type());
        assertEquals("0x80000001", Attribute.of(0x8000_0001L, 5).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, CKM_RSA_PKCS_KEY_PAIR_GEN", "0x1, CKM_RSA_PKCS", "0xd, CKM_RSA_PKCS_PSS", "0x250, CKM_SHA256",
        "0x1040, CKM_EC_KEY_PAIR_GEN", "0x1041, CKM_ECDSA", "0x1055, CKM_EC_EDWARDS_KEY_PAIR_GEN", "0x1057, CKM_EDDSA",
        "0x1c, CKM_ML_DSA_KEY_PAIR_GEN", "0x1d, CKM_ML_DSA", "0x1080, CKM_AES_KEY_GEN"
    })
    void mechanismsHaveTheNamesOfTheStandard(String number, String name) {
        assertEquals(name, Names.mechanism(Long.decode(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, CKR_OK",
        "0xa0, CKR_PIN_INCORRECT",
        "0xa4, CKR_PIN_LOCKED",
        "0xb3, CKR_SESSION_HANDLE_INVALID",
        "0xe0, CKR_TOKEN_NOT_PRESENT",
        "0x101, CKR_USER_NOT_LOGGED_IN",
        "0x150, CKR_BUFFER_TOO_SMALL",
        "0x190, CKR_CRYPTOKI_NOT_INITIALIZED",
        "0x30, CKR_DEVICE_ERROR",
        "0x80000042, 0x80000042"
    })
    void returnValuesHaveTheNamesOfTheStandard(String number, String name) {
        assertEquals(name, ReturnValue.name(Long.decode(number)));
    }

    @Test
    void theSameNumberHasAnotherNameAmongAnotherKind() {
        assertEquals("CKK_RSA", Names.keyType(0));
        assertEquals("CKA_CLASS", Names.attribute(0));
        assertEquals("CKO_PRIVATE_KEY", Names.objectClass(3));
        assertNotEquals(Names.keyType(3), Names.objectClass(3));
    }

    @Property(tries = 300)
    void anyNumberHasAName(@ForAll long number) {
        for (String name : new String[] {
            Names.mechanism(number), Names.attribute(number), Names.keyType(number), Names.objectClass(number)
        }) {
            assertTrue(name.startsWith("CK") || name.equals("0x" + Long.toHexString(number)), name);
            assertFalse(name.isBlank());
        }
    }
}

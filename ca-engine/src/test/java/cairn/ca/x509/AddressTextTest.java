package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.util.IPAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses: text and octets are each other's inverse, the text is the one of RFC 5952, and nothing else is read. */
final class AddressTextTest {
    @Property
    void whatIsWrittenIsReadBack(@ForAll @Size(4) byte[] four, @ForAll @Size(16) byte[] sixteen) throws Exception {
        assertArrayEquals(four, AddressText.parse(AddressText.format(four)));
        assertArrayEquals(sixteen, AddressText.parse(AddressText.format(sixteen)));
    }

    @Property
    void runsOfZerosReadBackWhereverTheyStand(@ForAll("sparse") byte[] address) throws Exception {
        String text = AddressText.format(address);
        assertArrayEquals(address, AddressText.parse(text), text);
        assertEquals(text.indexOf("::"), text.lastIndexOf("::"), text);
        assertFalse(text.contains(":::"), text);
        assertTrue(IPAddress.isValidIPv6(text), text);
    }

    @Provide
    Arbitrary<byte[]> sparse() {
        return Arbitraries.of(0, 0, 0, 1, 0xF, 0x100, 0xABCD)
                .array(int[].class)
                .ofSize(8)
                .map(groups -> {
                    byte[] octets = new byte[16];
                    for (int i = 0; i < 8; i++) {
                        octets[2 * i] = (byte) (groups[i] >> 8);
                        octets[2 * i + 1] = (byte) groups[i];
                    }
                    return octets;
                });
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, c0000201",
        "0.0.0.0, 00000000",
        "255.255.255.255, ffffffff",
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "1::, 00010000000000000000000000000000",
        "2001:db8::1, 20010db8000000000000000000000001",
        "2001:db8::1:0:0:1, 20010db8000000000001000000000001",
        "2001:db8:0:1:1:1:1:1, 20010db8000000010001000100010001",
        "2001:0:0:1::1, 20010000000000010000000000000001",
        "fe80::a:b, fe8000000000000000000000000a000b",
        "1:2:3:4:5:6:7:8, 00010002000300040005000600070008"
    })
    void theTextIsTheOneOfRfc5952(String text, String hex) throws Exception {
        byte[] octets = HexFormat.of().parseHex(hex);
        assertEquals(text, AddressText.format(octets));
        assertArrayEquals(octets, AddressText.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8::1, 20010db8000000000000000000000001",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 20010db8000000000000000000000001",
        "::ffff:192.0.2.1, 00000000000000000000ffffc0000201",
        "1:2:3:4:5:6:192.0.2.1, 000100020003000400050006c0000201",
        "0:0:0:0:0:0:0:0, 00000000000000000000000000000000",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "::2:3:4:5:6:7:8, 00000002000300040005000600070008"
    })
    void otherWaysToWriteTheSameAreRead(String text, String hex) throws Exception {
        assertArrayEquals(HexFormat.of().parseHex(hex), AddressText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.04",
                "1..2.3",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.a",
                "+1.2.3.4",
                "-1.2.3.4",
                "0x1.2.3.4",
                "1.2.3.4/24",
                "\u0661.2.3.4",
                ":",
                ":::",
                "1:",
                ":1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "g::",
                "::1%eth0",
                "[::1]",
                "::1.2.3",
                "1.2.3.4::",
                "1.2.3.4::1",
                "1:1.2.3.4:2::",
                "::1.2.3.4:1",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::-1",
                "::+1",
                "localhost",
                "::\uFF11"
            })
    void everythingElseIsRefusedAndNeverLookedUp(String text) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> AddressText.parse(text));
        assertEquals("IP address", refusal.where());
    }

    @Property(tries = 3000)
    void whatIsReadIsAnAddressToOthersToo(@ForAll("nearlyAddresses") String text) {
        try {
            byte[] octets = AddressText.parse(text);
            assertTrue(octets.length == 4 ? IPAddress.isValidIPv4(text) : IPAddress.isValidIPv6(text), text);
        } catch (MalformedException e) {
            assertFalse(IPAddress.isValidIPv4(text) && !text.matches(".*\\b0[0-9].*"), text);
        }
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        return Arbitraries.of("1", "ab", "::", ":", ".", "255", "256", "0", "ffff", "192.0.2.1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 50)
    void anyOtherNumberOfOctetsIsNoAddress(@ForAll @Size(max = 40) byte[] octets) throws Exception {
        if (octets.length == 4 || octets.length == 16) {
            assertFalse(AddressText.format(octets).isEmpty());
        } else {
            assertThrows(MalformedException.class, () -> AddressText.format(octets));
        }
    }
}

package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.TestData;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;

/** Flipped bytes in real certificates and lists: read or refused with a place, never another exception. */
final class HostileBytesTest {
    private static final List<String> FILES = List.of(
            "malformed/inputs/40-ca.pem",
            "malformed/cert-parse/cert_version3.pem",
            "malformed/cert-parse/policy_constraints_inhibit_require.pem",
            "malformed/inputs/41-crl-number-5.crl.pem",
            "malformed/inputs/50-crl-unknown-critical.crl.pem");

    /** Before the first of thousands of tries, which would each be skipped. */
    @BeforeProperty
    void needsTheData() {
        TestData.require(FILES.getFirst());
    }

    @Property(tries = 4000)
    void flippedBytesAreReadOrRefused(
            @ForAll @IntRange(max = 4) int file,
            @ForAll @Size(min = 1, max = 4) List<Integer> places,
            @ForAll byte value)
            throws Exception {
        byte[] der = der(file);
        for (int place : places) {
            der[Math.floorMod(place, der.length)] = value;
        }
        read(der);
    }

    @Test
    void everySingleByteMayBeAnyOfTheUsualSuspects() throws Exception {
        for (int file = 0; file < FILES.size(); file++) {
            int length = der(file).length;
            for (int at = 0; at < Math.min(length, 500); at++) {
                for (int value : new int[] {0, 0x7F, 0x80, 0x84, 0xFF, 0x31}) {
                    byte[] der = der(file);
                    der[at] = (byte) value;
                    read(der);
                }
            }
        }
    }

    private static byte[] der(int file) throws MalformedException {
        return Pem.read(ConformanceData.bytes(FILES.get(file))).getLast().content();
    }

    private static void read(byte[] der) {
        try {
            Certificate certificate = CertificateStructure.read(der);
            certificate.isAuthority();
            certificate.authorityKeyIdentifier();
        } catch (MalformedException e) {
            assertTrue(!e.where().isBlank() && !e.what().isBlank());
        }
        try {
            CertificateListOutline list = CertificateListOutline.read(der);
            list.number();
            list.forEachEntry(entry -> assertTrue(entry.serial() != null));
        } catch (MalformedException e) {
            assertTrue(!e.where().isBlank());
        }
        ContentKind.ofBytes(der);
    }
}

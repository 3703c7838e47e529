package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.SeededRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Flipped bytes in real certificates and lists: read or refused with a place, never another exception. */
final class HostileBytesTest {
    private static final List<String> FILES = List.of(
            "malformed/inputs/40-ca.pem",
            "malformed/cert-parse/cert_version3.pem",
            "malformed/cert-parse/policy_constraints_inhibit_require.pem",
            "malformed/inputs/41-crl-number-5.crl.pem",
            "malformed/inputs/50-crl-unknown-critical.crl.pem");

    /** No property of a library that would count each of thousands of tries as skipped where the data are missing. */
    @Test
    void flippedBytesAreReadOrRefused() throws Exception {
        RandomGenerator random = SeededRandom.of(4000);
        for (int i = 0; i < 4000; i++) {
            byte[] der = der(random.nextInt(FILES.size()));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                der[random.nextInt(der.length)] = (byte) random.nextInt(256);
            }
            read(der);
        }
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

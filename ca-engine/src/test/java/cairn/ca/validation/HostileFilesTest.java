package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.x509.ConformanceData;
import cairn.testkit.SeededRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Flipped bytes in real files: every verdict is in words, never an exception. */
final class HostileFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Inspector INSPECTOR =
            new Inspector(InstantSource.fixed(NOW), KeyRules.standard().policy());

    private static final List<String> FILES = List.of(
            "60-good.p12",
            "62-no-mac.p12",
            "40-ca.pem",
            "17-asks-for-ca.csr.pem",
            "41-crl-number-5.crl.pem",
            "85-zip-slip.zip");

    /** No property of a library that would count each of hundreds of tries as skipped where the data are missing. */
    @Test
    void flippedBytesNeverThrow() {
        RandomGenerator random = SeededRandom.of(600);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = ConformanceData.bytes("malformed/inputs/" + FILES.get(random.nextInt(FILES.size())));
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Inspection inspection = INSPECTOR.inspect(bytes);
            assertTrue(inspection.findings().stream().noneMatch(f -> f.words().contains("Exception")));
        }
    }
}

package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.x509.ConformanceData;
import cairn.testkit.TestData;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeProperty;

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

    /** Before the first of hundreds of tries, which would each be skipped. */
    @BeforeProperty
    void needsTheData() {
        TestData.require("malformed/inputs");
    }

    @Property(tries = 600)
    void flippedBytesNeverThrow(
            @ForAll @IntRange(max = 5) int file,
            @ForAll @Size(min = 1, max = 3) List<Integer> places,
            @ForAll byte value) {
        byte[] bytes = ConformanceData.bytes("malformed/inputs/" + FILES.get(file));
        for (int place : places) {
            bytes[Math.floorMod(place, bytes.length)] = value;
        }
        Inspection inspection = INSPECTOR.inspect(bytes);
        assertTrue(inspection.findings().stream().noneMatch(f -> f.words().contains("Exception")));
    }
}

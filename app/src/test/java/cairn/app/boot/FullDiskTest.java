package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.ExternalTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program on a disk that fills up: the workspace's, or the one for the certificates. */
final class FullDiskTest {
    /** Mounts a small disk that nobody else sees, runs the command with it, and keeps what is on it. */
    private static final String ON_A_SMALL_DISK = """
            size=$1 small=$2 kept=$3; shift 3
            mount -t tmpfs -o size="$size" tmpfs "$small" || exit 99
            cp -a "$kept/." "$small" || exit 98
            "$@"
            code=$?
            mount -o remount,size=64m "$small" && cp -a "$small/." "$kept" || exit 97
            exit $code
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private ExternalTool unshare = ExternalTool.at(Path.of("unshare"));
    private Path small = Path.of("");
    private Path kept = Path.of("");

    @BeforeEach
    void start() throws Exception {
        unshare = ExternalTool.require("unshare", "util-linux").within(Duration.ofMinutes(2));
        small = Files.createDirectory(cairn.file("small"));
        kept = Files.createDirectory(cairn.file("kept"));
        Assumptions.assumeTrue(
                onASmallDisk("64k", "true").status() == 0, "Skipped: this user may not mount a disk of its own.");
        cairn.makeAuthorities();
    }

    private ExternalTool.Result onASmallDisk(String size, String... command) {
        List<String> arguments = new ArrayList<>(List.of(
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                ON_A_SMALL_DISK,
                "sh",
                size,
                small.toString(),
                kept.toString()));
        arguments.addAll(List.of(command));
        return unshare.run(arguments.toArray(String[]::new));
    }

    private ExternalTool.Result issueOnASmallDisk(String size, Path out, Path workspace, Path requests)
            throws IOException {
        return onASmallDisk(
                size,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "cairn.app.boot.Main",
                "issue",
                requests.toString(),
                "--json",
                "--out",
                out.toString(),
                "-w",
                workspace.toString(),
                "--issuer",
                "issuing",
                "--profile",
                "iot-device",
                "--pin-file",
                cairn.pinFile().toString());
    }

    private Path requests(int count) throws Exception {
        Path folder = Files.createDirectory(cairn.file("requests"));
        for (int i = 1; i <= count; i++) {
            String name = "d%02d".formatted(i);
            Files.move(cairn.request(name), folder.resolve(name + ".csr"));
        }
        return folder;
    }

    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aCertificateThatCannotBeWrittenIsNamedAndFetchedLater() throws Exception {
        // One page of four kilobytes: one certificate fits.
        ExternalTool.Result result = issueOnASmallDisk("4k", small, Path.of(cairn.workspace()), requests(3));
        assertEquals(5, result.status(), result::all);
        List<JsonNode> lines = lines(result.text());
        assertEquals(3, lines.size(), result::all);
        assertEquals(1, files(kept).size(), () -> "nothing half-written is left: " + result.all());
        for (JsonNode line : lines.subList(1, 3)) {
            assertEquals("S-8", line.get("code").asText(), line::toString);
            assertTrue(line.get("where").asText().startsWith(small.toString()), line::toString);
            assertTrue(line.get("error").asText().contains("No space left on device"), line::toString);
            Path fetched = cairn.file(line.get("serialNumber").asText() + ".pem");
            cairn.done("export", "issuing", "--serial", line.get("serialNumber").asText(), "--out", fetched.toString());
            assertTrue(Files.exists(fetched));
        }
    }

    /** From one at which not even the intents of the first step fit, to one at which the second step does not. */
    @ParameterizedTest
    @ValueSource(ints = {4, 20, 48})
    void whenTheWorkspacesDiskIsFullWhatWasSignedIsWrittenOrFound(int kilobytesLeft) throws Exception {
        Path requests = requests(60);
        Path out = cairn.file("out");
        new ProcessBuilder("cp", "-a", cairn.workspace(), kept.resolve("ws").toString())
                .start()
                .waitFor();
        long used = onDisk(kept);
        ExternalTool.Result result =
                issueOnASmallDisk((used + kilobytesLeft) + "k", out, small.resolve("ws"), requests);
        assertTrue(result.status() == 5 || result.status() == 6, result::all);
        assertTrue(result.all().contains("No space left on device"), result::all);
        assertTrue(result.all().contains(small.resolve("ws").toString()), result::all);
        for (Path file : files(out)) {
            assertEquals(
                    1,
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(Files.newInputStream(file))
                            .size());
        }
        String workspace = kept.resolve("ws").toString();
        int open = cairn.run("workspace", "info", "--json", "-w", workspace);
        assertTrue(open == 0 || open == 6, cairn::err);
        assertFalse(open == 6 && result.status() != 6, "what is to be settled was said");
        assertEquals(0, cairn.run("audit", "verify", "-w", workspace), cairn::err);
        assertEquals(0, cairn.run("inventory", "d", "--json", "-w", workspace), cairn::err);
        String inventory = cairn.out();
        for (JsonNode line : lines(result.text())) {
            assertEquals(
                    line.has("file"),
                    inventory.contains(line.path("serialNumber").asText("none")),
                    line::toString);
        }
        assertTrue(files(out).size() <= inventory.lines().count());
    }

    /** In kilobytes, as a disk with pages of four counts. */
    private static long onDisk(Path folder) throws IOException {
        long pages = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pages += (Files.size(file) + 4095) / 4096;
            }
        }
        return 4 * pages;
    }
}

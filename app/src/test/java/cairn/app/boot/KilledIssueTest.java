package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kill -9} of the real program while it issues for a folder; {@code --resume} gives each request one certificate. */
final class KilledIssueTest {
    /** The first steps have 25 and 50 requests. */
    private static final int REQUESTS = 150;

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private final List<String> issue = new ArrayList<>();

    @Test
    void everyRequestGetsOneCertificateAndItsFileHoweverOftenTheRunIsKilled() throws Exception {
        cairn.makeAuthorities();
        Path requests = Files.createDirectory(cairn.file("requests"));
        for (int i = 1; i <= REQUESTS; i++) {
            String name = "d%03d".formatted(i);
            Files.move(cairn.request(name), requests.resolve(name + ".csr"));
        }
        Path out = cairn.file("out");
        issue.addAll(List.of("issue", requests.toString(), "--issuer", "issuing", "--profile", "iot-device"));
        issue.addAll(List.of("--out", out.toString(), "-w", cairn.workspace()));
        issue.addAll(List.of("--pin-file", cairn.pinFile().toString()));

        kill(line -> line.contains("d010.pem"), false);
        assertTrue(count(out) < 25, "certificates without files");
        settle();
        issue.add("--resume");
        kill(line -> line.contains("d030.pem"), false);
        settle();
        kill(KilledIssueTest::isHalfWay, true);
        settle();

        assertEquals(0, cairn.run(issue.toArray(String[]::new)), cairn::err);
        Set<String> names = new HashSet<>();
        Set<String> serials = new HashSet<>();
        for (int i = 1; i <= REQUESTS; i++) {
            X509Certificate certificate = only(out.resolve("d%03d.pem".formatted(i)));
            names.add(certificate.getSubjectX500Principal().getName());
            serials.add(certificate.getSerialNumber().toString(16));
        }
        assertEquals(REQUESTS, names.size());
        List<String> recorded = new ArrayList<>();
        for (String line :
                cairn.done("inventory", "--issuer", "issuing", "--json").lines().toList()) {
            recorded.add(JSON.readTree(line).get("serialNumber").asText());
        }
        assertEquals(REQUESTS, recorded.size(), "no second certificate for a key");
        assertEquals(serials, new HashSet<>(recorded));
        cairn.done("audit", "verify");
    }

    /** So many are done, and what comes next no earlier run has issued. */
    private static boolean isHalfWay(String line) {
        return line.matches("[0-9]+ of " + REQUESTS) && Integer.parseInt(line.replaceFirst(" .*", "")) >= REQUESTS / 2;
    }

    private static long count(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pem")).count();
        }
    }

    private static X509Certificate only(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> all =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            assertEquals(1, all.size());
            return (X509Certificate) all.getFirst();
        }
    }

    /** Kills the program at this line, or as soon as the next step has recorded something. */
    private void kill(Predicate<String> at, boolean inTheStep) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(issue);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> seen = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !at.test(line)) {
                seen.add(line);
                line = lines.readLine();
            }
            if (line == null) {
                fail("the program ended before: " + seen);
            }
            Path journal = Path.of(cairn.workspace(), "journal.cairn");
            long before = Files.size(journal);
            while (inTheStep && Files.size(journal) == before && process.isAlive()) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            assertEquals(128 + 9, process.waitFor(), "killed");
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    /** What a person does about signings whose outcome nobody can know; until then their requests are refused. */
    private void settle() throws Exception {
        assertTrue(Set.of(0, 6).contains(cairn.run("workspace", "info", "--json", "-w", cairn.workspace())));
        List<String> open = new ArrayList<>();
        for (JsonNode intent : JSON.readTree(cairn.out()).get("openIntents")) {
            open.add(intent.get("intent").asText());
        }
        if (!open.isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of("workspace", "settle", "--why", "killed"));
            arguments.addAll(open);
            cairn.done(arguments.toArray(String[]::new));
        }
    }
}

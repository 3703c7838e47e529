package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.cli.CairnCommand;
import cairn.app.cli.CliEnvironment;
import cairn.app.cli.Console;
import cairn.app.cli.Interruption;
import cairn.app.problem.ExitCode;
import cairn.app.problem.Problems;
import cairn.ca.signing.SigningException;
import cairn.testkit.ExternalTool;
import cairn.testkit.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What scripts rely on: files, shapes of JSON, exit codes, codes of problems. */
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : cairn.out().lines().toList()) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    @Test
    void theDemonstrationsFilesAndItsSummaryKeepTheirShape() throws Exception {
        Path out = cairn.file("out");
        String workspace = cairn.file("ws").toString();
        assertEquals(
                0,
                cairn.run(
                        "demo", "--workspace", workspace, "--out", out.toString(), "--devices", "3", "--services", "2"),
                cairn::err);
        for (String file : List.of("root.pem", "issuing.pem", "chain.pem", "root.crl", "issuing.crl", "summary.json")) {
            assertTrue(Files.isRegularFile(out.resolve(file)), file);
        }
        // A list in DER starts with a SEQUENCE.
        assertEquals(0x30, Files.readAllBytes(out.resolve("root.crl"))[0]);
        assertEquals(2, count(out.resolve("devices")));
        assertEquals(1, count(out.resolve("services")));
        assertEquals(2, count(out.resolve("revoked")));
        JsonNode summary = JSON.readTree(out.resolve("summary.json").toFile());
        assertEquals(Set.of("token", "counts", "rates", "checks", "passed"), keys(summary));
        assertEquals(Set.of("label", "kind", "serialNumber"), keys(summary.get("token")));
        assertEquals(Set.of("devices", "services", "revoked", "crls"), keys(summary.get("counts")));
        assertEquals(Set.of("devicesPerSecond", "servicesPerSecond"), keys(summary.get("rates")));

        assertEquals(0, cairn.run("lint", "--json", out.resolve("root.pem").toString()), cairn::err);
        assertEquals(Set.of("file", "kind", "verdict", "findings"), keys(lines().getFirst()));
        assertEquals(0, cairn.run("audit", "show", "--json", "-w", workspace));
        JsonNode first = lines().getFirst();
        assertEquals(Set.of("sequence", "time", "actor", "type", "words", "event", "chain"), keys(first));
        assertEquals(1, first.get("event").get("station").asInt());

        String device = out.resolve("devices").resolve("device-0002.pem").toString();
        String[] named = {device, "--issuer", "demo-issuing", "-w", workspace};
        assertEquals(0, cairn.run(with(named, "assign", "--owner", "Plant 3", "--tag", "line-4")), cairn::err);
        assertEquals(0, cairn.run("inventory", "line-4", "--json", "-w", workspace));
        assertEquals("Plant 3", lines().getFirst().get("owner").asText());
        assertEquals(0, cairn.run(with(named, "revoke", "--dry-run")), cairn::err);
        assertTrue(cairn.out().contains("would stop working") && cairn.out().contains("Plant 3"), cairn::out);
        assertEquals(0, cairn.run(with(named, "revoke", "--dry-run", "--json")), cairn::err);
        assertEquals("valid", lines().getFirst().get("status").asText());
        String issuing = out.resolve("issuing.pem").toString();
        assertEquals(0, cairn.run("revoke", issuing, "--issuer", "demo-root", "-w", workspace, "--dry-run", "--json"));
        assertEquals(3, lines().getFirst().get("validCertificatesBelow").asInt());
    }

    private static String[] with(String[] named, String... more) {
        return Stream.concat(Stream.of(more), Stream.of(named)).toArray(String[]::new);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pem")).count();
        }
    }

    @Test
    void everyBadInputIsJudgedInOneBatchFromStandardInput() throws Exception {
        Map<String, String> verdicts = new HashMap<>();
        Path data = TestData.require("malformed");
        List<String> rows = Files.readAllLines(data.resolve("inputs.tsv"));
        Path password = cairn.file("password");
        Files.writeString(password, "test\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        StringBuilder names = new StringBuilder();
        rows.stream()
                .skip(1)
                .forEach(row -> names.append(data.resolve(row.split("\t")[0])).append('\n'));
        assertEquals(
                ExitCode.REFUSED.code(),
                cairn.runReading(
                        names.toString(), "inspect", "--json", "--batch", "--password-file", password.toString()));
        for (JsonNode line : lines()) {
            assertEquals(Set.of("file", "kind", "verdict", "findings", "contents"), keys(line), line::toString);
            String verdict = line.get("verdict").asText();
            assertTrue(Set.of("accept", "reject", "warn").contains(verdict));
            for (JsonNode finding : line.get("findings")) {
                assertEquals(Set.of("code", "clause", "severity", "where", "words"), keys(finding));
            }
            verdicts.put(Path.of(line.get("file").asText()).getFileName().toString(), verdict);
        }
        assertEquals(rows.size() - 1, verdicts.size());
        assertFalse(cairn.out().contains("S3cret"), "a challenge password is shown");
        for (String row : rows.subList(1, rows.size())) {
            String name = row.split("\t")[0].replace("inputs/", "");
            String words = row.split("\t")[2];
            // These rows are requests for words, or need another password; their words are tested with the engine.
            if ((words.startsWith("accept") || words.startsWith("control")) && !name.startsWith("65")) {
                assertEquals("accept", verdicts.get(name), row);
            } else if (words.startsWith("reject") && !words.startsWith("reject or warn")) {
                assertEquals("reject", verdicts.get(name), row);
            } else if (words.startsWith("refuse") || words.startsWith("clear message") || words.startsWith("ask")) {
                assertEquals("reject", verdicts.get(name), row);
            } else {
                assertFalse("accept".equals(verdicts.get(name)), row);
            }
        }
    }

    @Test
    void everyExitCodeIsReached() throws Exception {
        String workspace = cairn.workspace();
        assertEquals(0, cairn.run("workspace", "init", "-w", workspace));
        assertEquals(2, cairn.run("revoke"));
        assertTrue(cairn.err().contains("usage: cairn revoke "), cairn::err);
        assertTrue(cairn.err().lines().count() <= 4, cairn::err);
        assertEquals(2, cairn.run("authority"));
        assertEquals(2, cairn.run("lint"));
        assertEquals(3, cairn.run("lint", cairn.file("none").toString()));
        assertEquals(3, cairn.run("token", "init", "Not_A_Name", "-w", workspace));
        assertEquals(4, cairn.run("token", "init", "soft", "-w", workspace, "--pin-file", "/nonexistent"));
        assertEquals(5, cairn.run("workspace", "info", "-w", cairn.file("none").toString()));
        Path empty = Files.createFile(cairn.file("empty.pem"));
        assertEquals(1, cairn.run("inspect", empty.toString()));
        assertEquals(
                6,
                Problems.of(new SigningException.UnknownOutcome("lost")).exit().code());
    }

    /** A session that breaks in a way that nobody foresaw. */
    @Test
    void aBugSaysSoAndShowsNoStackTrace() {
        breaks(() -> {
            throw new IllegalStateException("unforeseen");
        });
    }

    @Test
    void memoryThatRanOutIsNoStackTraceEither() {
        breaks(() -> {
            throw new OutOfMemoryError("too much");
        });
    }

    private void breaks(InstantSource clock) {
        StringWriter err = new StringWriter();
        try (Composition composition = new Composition()) {
            CliEnvironment broken = new CliEnvironment(
                    composition,
                    clock,
                    new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, new Interruption()),
                    workspace -> false);
            cairn.run("workspace", "init", "-w", cairn.workspace());
            assertEquals(70, CairnCommand.run(broken, "inventory", "--expiring", "3", "-w", cairn.workspace()));
        }
        assertTrue(err.toString().contains("code: B-1"), err::toString);
        assertFalse(err.toString().contains("\tat "), err::toString);
    }

    @Test
    void theGuideExplainsExactlyTheCodesThatTheProgramSays() throws Exception {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher codes = Pattern.compile("\"([A-Z]-\\d{1,2})\"").matcher(Files.readString(source));
                while (codes.find()) {
                    said.add(codes.group(1));
                }
            }
        }
        Set<String> explained = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("../docs/guide.md"))) {
            Matcher row = Pattern.compile("\\| ([A-Z]-\\d{1,2}) \\| (\\d+) \\| .{10,} \\|")
                    .matcher(line);
            if (row.matches()) {
                assertTrue(explained.add(row.group(1)), () -> row.group(1) + " is explained twice");
            }
        }
        assertEquals(said, explained);
    }

    @Test
    void aPassphraseIsChangedAndTheOldOneOpensNothing() throws Exception {
        String workspace = cairn.workspace();
        String old = cairn.pinFile().toString();
        Path fresh = cairn.file("fresh");
        Files.writeString(fresh, "another passphrase\n");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        assertEquals(0, cairn.run("workspace", "init", "-w", workspace));
        assertEquals(0, cairn.run("token", "init", "soft", "-w", workspace, "--pin-file", old), cairn::err);
        String[] change = {
            "token", "change-pin", "soft", "-w", workspace, "--pin-file", old, "--new-pin-file", fresh.toString()
        };
        assertEquals(0, cairn.run(change), cairn::err);
        assertEquals(4, cairn.run(change));
        assertEquals(0, cairn.run("token", "keys", "soft", "-w", workspace, "--pin-file", fresh.toString()));
        assertEquals(1, cairn.run("token", "change-pin", "soft", "--unlock", "-w", workspace));
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertEquals(0, cairn.run("completion"));
        assertTrue(cairn.out().contains("create-intermediate") && cairn.out().contains("complete -F"));
        // The words of --reason, of --key and of --profile, which four commands have.
        assertEquals(1, count("\"keyCompromise\""), cairn::out);
        assertEquals(3, count("\"ec-p384\""), cairn::out);
        assertEquals(4, count("\"short-lived-service\""), cairn::out);
    }

    private long count(String words) {
        return Pattern.compile(Pattern.quote(words))
                .matcher(cairn.out())
                .results()
                .count();
    }

    @Test
    void everyCommandHasAPageThatGroffReadsWithoutAWarning() throws Exception {
        Path pages = cairn.file("man1");
        assertEquals(0, cairn.run("manual", "--out", pages.toString()), cairn::err);
        ExternalTool groff = ExternalTool.require("groff", "groff-base");
        for (String page : List.of("cairn.1", "cairn-issue.1", "cairn-crl-sign.1", "cairn-token-change-pin.1")) {
            assertTrue(Files.exists(pages.resolve(page)), page);
        }
        try (Stream<Path> all = Files.list(pages)) {
            for (Path page : all.toList()) {
                ExternalTool.Result read =
                        groff.expectSuccess("-man", "-ww", "-P-cbou", "-K", "utf8", "-T", "utf8", page.toString());
                assertEquals("", read.errors(), page.toString());
                assertTrue(read.text().contains("SYNOPSIS"), page.toString());
                assertFalse(read.text().contains("${"), page.toString());
            }
        }
    }
}

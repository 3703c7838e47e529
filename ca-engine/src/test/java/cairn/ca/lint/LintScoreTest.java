package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Finding;
import cairn.testkit.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scores the rules against the cases of two other linters and writes the table to {@code target/lint-score.txt}. */
class LintScoreTest {
    private static final Path SCORE = Path.of("target", "lint-score.txt");

    private final Linter linter = RuleCatalogue.linter();

    @BeforeAll
    static void forgetTheLastScore() throws IOException {
        Files.deleteIfExists(SCORE);
    }

    @Test
    void detectsWhatZlintDetectsAndAccusesNothingThatItPasses() throws IOException {
        Path data = TestData.require("lint");
        Map<String, String> rules = mapping("zlint-rules.tsv");
        LintScore score = new LintScore();
        Set<String> contradictory = contradictory(data);
        for (String[] row : rows(data.resolve("zlint.tsv"))) {
            String answer = Objects.requireNonNull(rules.get(row[2]), () -> "no entry for " + row[2]);
            if (answer.equals("-") || contradictory.contains(row[0] + row[2])) {
                continue;
            }
            Set<String> found = lint(data.resolve(row[0]), row[1]);
            boolean fired = Set.of(answer.split(",")).stream().anyMatch(found::contains);
            String remark = row[0] + " " + row[2] + " (" + row[3] + ")";
            switch (row[3]) {
                case "error", "warn", "notice" -> {
                    if (fired) {
                        score.detected(answer);
                    } else {
                        score.missed(answer, remark);
                    }
                }
                case "pass" -> {
                    if (fired) {
                        score.falseAlarm(answer, remark);
                    } else {
                        score.good(answer);
                    }
                }
                default -> score.good(answer);
            }
        }
        publish(score.table("Cases of zlint"));
        assertEquals(0, score.falseAlarms(), () -> String.join("\n", score.remarks()));
        assertTrue(
                score.detected() * 100 >= 98 * (score.detected() + score.missed()),
                () -> String.join("\n", score.remarks()));
    }

    @Test
    void detectsWhatPkilintDetects() throws IOException {
        Path data = TestData.require("lint");
        Map<String, String> rules = mapping("pkilint-rules.tsv");
        LintScore score = new LintScore();
        for (JsonNode one :
                new ObjectMapper().readTree(data.resolve("pkilint.json").toFile())) {
            Set<String> found = lint(
                    data.resolve(one.path("file").asText()), one.path("kind").asText());
            for (JsonNode finding : one.path("findings")) {
                String code = finding.path("code").asText();
                String answer = Objects.requireNonNull(rules.get(code), () -> "no entry for " + code);
                if (answer.equals("-")) {
                    continue;
                }
                if (Set.of(answer.split(",")).stream().anyMatch(found::contains)) {
                    score.detected(answer);
                } else {
                    score.missed(answer, one.path("file").asText() + " " + code);
                }
            }
        }
        publish(score.table("Cases of pkilint"));
        // One of theirs is told from the signature, which a linter before signing does not look at.
        assertTrue(score.missed() <= 1, () -> String.join("\n", score.remarks()));
    }

    /** The DER bytes of a PEM file, whatever is written around it. */
    private static byte[] pem(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("-----", text.indexOf("-----BEGIN ") + 11) + 5;
        return Base64.getMimeDecoder().decode(text.substring(from, text.indexOf("-----END ", from)));
    }

    private Set<String> lint(Path file, String kind) throws IOException {
        byte[] der = pem(file);
        List<Finding> findings = kind.equals("crl")
                ? linter.lintCertificateList(der, LintContext.internal())
                : linter.lintCertificate(der, LintContext.internal());
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }

    /** The same file is called good and bad for the same check, depending on a setting of their tool: no evidence. */
    private static Set<String> contradictory(Path data) throws IOException {
        Map<String, Set<String>> verdicts = new TreeMap<>();
        for (String[] row : rows(data.resolve("zlint.tsv"))) {
            verdicts.computeIfAbsent(row[0] + row[2], each -> new HashSet<>()).add(row[3]);
        }
        return verdicts.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static Map<String, String> mapping(String resource) throws IOException {
        Map<String, String> mapping = new TreeMap<>();
        try (InputStream in = LintScoreTest.class.getResourceAsStream("/lint/" + resource)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) {
                    assertTrue(!cells[1].equals("-") || cells.length == 3, "a reason is missing: " + line);
                    mapping.put(cells[0], cells[1]);
                }
            }
        }
        return mapping;
    }

    private static synchronized void publish(String table) throws IOException {
        System.out.println(table);
        Files.createDirectories(SCORE.getParent());
        Files.writeString(SCORE, table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

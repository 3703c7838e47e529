package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The catalogue as it was reviewed: each rule with its weight and its clause in the order of the run, and which other
 * rules the bad fixtures of a rule cannot help tripping. A change of either is made here too, and seen.
 */
class RuleCatalogueTest {
    private final Linter linter = RuleCatalogue.linter();

    private static List<String[]> rows(String resource) throws IOException {
        try (InputStream in = RuleCatalogueTest.class.getResourceAsStream("/lint/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @Test
    void everyRuleHasTheWeightAndTheClauseOfItsReview() throws IOException {
        List<String> reviewed =
                rows("rules.tsv").stream().map(row -> String.join("\t", row)).toList();
        List<String> present = linter.rules().stream()
                .map(rule -> rule.id() + "\t" + rule.severity() + "\t" + rule.clause())
                .toList();
        assertEquals(String.join("\n", reviewed), String.join("\n", present));
    }

    @Test
    void aBadFixtureTripsItsRuleAndOnlyTheCompanionsThatAreKnown() throws IOException {
        Map<String, String> known =
                rows("companions.tsv").stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (RuleCases.Case one : RuleFixtureTest.cases().all()) {
            if (one.objects()) {
                List<Finding> findings = one.list()
                        ? linter.lintCertificateList(one.der().toArray(), one.context())
                        : linter.lintCertificate(one.der().toArray(), one.context());
                TreeSet<String> others = found.computeIfAbsent(one.rule(), id -> new TreeSet<>());
                findings.stream()
                        .map(Finding::code)
                        .filter(id -> !id.equals(one.rule()))
                        .forEach(others::add);
            }
        }
        // Keys are made anew in each run, so that not every companion comes each time; a stranger never does.
        found.forEach((rule, others) ->
                others.removeAll(List.of(known.getOrDefault(rule, "").split(","))));
        found.values().removeIf(TreeSet::isEmpty);
        assertEquals(Map.of(), found);
    }

    @Test
    void theNameOfARuleBeginsWithTheDocumentOfItsClause() {
        for (RuleDescription rule : linter.rules()) {
            String document = rule.id().substring(0, rule.id().indexOf('.'));
            if (document.matches("rfc\\d+")) {
                assertTrue(
                        rule.clause().contains("RFC " + document.substring(3)), () -> rule.id() + ": " + rule.clause());
            }
        }
    }

    @Test
    void aClauseNamesDocumentAndSection() {
        for (RuleDescription rule : linter.rules()) {
            for (String part : rule.clause().split("; ")) {
                boolean section = part.matches("RFC \\d+ .*(sections?|appendix) [A-Z0-9].*|RFC \\d+ \\(.*\\)");
                assertTrue(!part.startsWith("RFC ") || section, () -> rule.id() + ": " + part);
            }
        }
    }
}

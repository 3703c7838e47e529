package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proves every rule with certificates made here: silent at good ones, loud at the one with its own defect. */
class RuleFixtureTest {
    private final Linter linter = RuleCatalogue.linter();

    static RuleCases cases() {
        RuleCases cases = new RuleCases();
        EncodingCases.add(cases);
        NameCases.add(cases);
        AlternativeCases.add(cases);
        UsageCases.add(cases);
        ExtensionCases.add(cases);
        KeyCases.add(cases);
        IssuerCases.add(cases);
        DeviceCases.add(cases);
        CrlCases.add(cases);
        NearMisses.add(cases);
        ExtensionNearMisses.add(cases);
        return cases;
    }

    @Test
    void noRuleObjectsToTheGoodCertificates() {
        Map<String, List<Finding>> findings = Map.of(
                "server", linter.lintCertificate(Fixtures.server().der(), Fixtures.underIntermediate()),
                "intermediate",
                        linter.lintCertificate(
                                Fixtures.intermediate().der(),
                                LintContext.internal().issuedBy(Fixtures.root().certificate())),
                "root", linter.lintCertificate(Fixtures.root().der(), LintContext.internal()),
                "Matter device",
                        linter.lintCertificate(
                                Fixtures.matterDevice().der(),
                                LintContext.internal().tagged(Set.of(LintTag.MATTER_DAC))),
                "Matter intermediate",
                        linter.lintCertificate(
                                Fixtures.matterIntermediate().der(),
                                LintContext.internal().tagged(Set.of(LintTag.MATTER_PAI))),
                "device identifier",
                        linter.lintCertificate(
                                Fixtures.deviceIdentifier().der(),
                                LintContext.internal().tagged(Set.of(LintTag.IDEVID))),
                "list", linter.lintCertificateList(new CrlFixture().der(), Fixtures.underIntermediate()),
                "empty list",
                        linter.lintCertificateList(new CrlFixture().noEntries().der(), Fixtures.underIntermediate()));
        findings.forEach((name, found) -> assertEquals(List.of(), found, name));
    }

    @TestFactory
    Stream<DynamicTest> aRuleAnswersItsFixture() {
        return cases().all().stream()
                .map(one -> DynamicTest.dynamicTest((one.objects() ? "objects: " : "is silent: ") + one.rule(), () -> {
                    List<Finding> found = one.list()
                            ? linter.lintCertificateList(one.der().toArray(), one.context())
                            : linter.lintCertificate(one.der().toArray(), one.context());
                    assertEquals(
                            one.objects(),
                            found.stream().anyMatch(finding -> finding.code().equals(one.rule())),
                            () -> "found only " + found);
                }));
    }

    @Test
    void everyRuleHasAFixtureThatItObjectsTo() {
        assertEquals(Set.of(), without(RuleCases.Case::objects));
    }

    @Test
    void everyRuleHasANearMissThatItLeavesAlone() {
        assertEquals(Set.of(), without(one -> !one.objects()));
    }

    @Test
    void everyFixtureIsOneOfARuleThatExists() {
        Set<String> ids = linter.rules().stream().map(RuleDescription::id).collect(Collectors.toSet());
        cases().all().forEach(one -> assertTrue(ids.contains(one.rule()), one::rule));
    }

    /** The rules for which no such case exists: a new rule comes with both of its fixtures, or the build is red. */
    private Set<String> without(Predicate<RuleCases.Case> kind) {
        Set<String> proven =
                cases().all().stream().filter(kind).map(RuleCases.Case::rule).collect(Collectors.toSet());
        return linter.rules().stream()
                .map(RuleDescription::id)
                .filter(id -> !proven.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void ruleIdsAreUniqueAndEachHasItsClause() {
        List<RuleDescription> rules = linter.rules();
        assertTrue(rules.size() >= 60, () -> rules.size() + " rules");
        assertEquals(
                rules.size(), rules.stream().map(RuleDescription::id).distinct().count());
        rules.forEach(rule -> {
            assertTrue(rule.clause().chars().anyMatch(Character::isDigit), () -> rule.id() + ": " + rule.clause());
            assertTrue(!rule.words().endsWith("."), rule::id);
        });
    }
}

package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values around the linter: what is known of a certificate, what a rule says of itself, what a verdict is. */
class LintValuesTest {
    private static final Finding ERROR = Finding.error("a.error", "X 1", "here", "bad");
    private static final Finding WARNING = Finding.warning("a.warning", "X 2", "there", "poor");
    private static final Finding NOTICE = Finding.notice("a.notice", "X 3", "", "odd");

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "rfc5280.serial-positive", "x690.a-1", "iso3166.country-code", "sp800-89.x"})
    void properIds(String id) {
        assertEquals(id, new RuleDescription(id, "X 1", Severity.ERROR, "words").id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", ".b", "a.", "A.b", "a.B", "1a.b", "-a.b", "a.b.c", "a b.c", "a_b.c", " a.b", "a.b ", "a.b\n"
            })
    void improperIdsAreRefusedByName(String id) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new RuleDescription(id, "X 1", Severity.ERROR, "words"));
        assertEquals("not a rule id: " + id, refusal.getMessage());
    }

    @Test
    void aRuleHasAClauseAndWords() {
        for (String blank : new String[] {"", " ", "\t"}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new RuleDescription("a.b", blank, Severity.ERROR, "words"));
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class, () -> new RuleDescription("a.b", "X 1", Severity.ERROR, blank));
            assertEquals("rule a.b lacks its clause or its words", refusal.getMessage());
        }
    }

    @Test
    void rulesOfAnInternalAuthorityAreToldByTheirName() {
        assertTrue(new RuleDescription("internal.x", "X 1", Severity.ERROR, "words").isInternal());
        assertFalse(new RuleDescription("internals.x", "X 1", Severity.ERROR, "words").isInternal());
        assertFalse(new RuleDescription("x.internal", "X 1", Severity.ERROR, "words").isInternal());
    }

    @Test
    void aFindingIsOneLine() {
        assertEquals("ERROR a.error [X 1] here: bad", ERROR.toString());
    }

    @Test
    void aSkipNamesItsRuleAndItsReason() {
        assertEquals(
                "a skip names the rule that is skipped",
                assertThrows(IllegalArgumentException.class, () -> new LintSkip(" ", "x"))
                        .getMessage());
        assertEquals(
                "skipping a.b needs a reason",
                assertThrows(IllegalArgumentException.class, () -> new LintSkip("a.b", "\n"))
                        .getMessage());
    }

    @Test
    void onlyAnErrorThatCountsBlocks() {
        assertTrue(LintResult.of(List.of(WARNING, ERROR), List.of()).blocks());
        assertFalse(LintResult.of(List.of(WARNING, NOTICE), List.of()).blocks());
        assertFalse(LintResult.of(List.of(), List.of()).blocks());
        assertFalse(LintResult.of(List.of(ERROR), List.of(new LintSkip("a.error", "x")))
                .blocks());
        assertTrue(LintResult.of(List.of(ERROR), List.of(new LintSkip("a.warning", "x")))
                .blocks());
    }

    @Test
    void skippedFindingsKeepTheirOrderAndTheirReasons() {
        LintResult result = LintResult.of(
                List.of(ERROR, WARNING, NOTICE, ERROR),
                List.of(
                        new LintSkip("a.error", "old device"),
                        new LintSkip("a.notice", "agreed"),
                        new LintSkip("a.other", "x")));
        assertEquals(List.of(WARNING), result.findings());
        assertEquals(
                List.of(
                        new SkippedFinding(ERROR, "old device"),
                        new SkippedFinding(NOTICE, "agreed"),
                        new SkippedFinding(ERROR, "old device")),
                result.skipped());
    }

    @Test
    void theLastReasonForARuleCounts() {
        LintResult result =
                LintResult.of(List.of(ERROR), List.of(new LintSkip("a.error", "x"), new LintSkip("a.error", "y")));
        assertEquals("y", result.skipped().getFirst().reason());
    }

    @Test
    void aVerdictDoesNotChangeWithTheListsItCameFrom() {
        List<Finding> found = new ArrayList<>(List.of(ERROR));
        LintResult result = LintResult.of(found, List.of());
        found.clear();
        assertEquals(List.of(ERROR), result.findings());
        assertThrows(
                UnsupportedOperationException.class, () -> result.findings().clear());
        assertThrows(UnsupportedOperationException.class, () -> result.skipped().clear());
    }

    @Test
    void whatIsKnownIsAddedStepByStepAndNothingIsLost() {
        Instant earliest = Instant.parse("2026-01-01T00:00:00Z");
        LintContext all = LintContext.internal()
                .tagged(Set.of(LintTag.IDEVID))
                .notBackdatedBefore(earliest)
                .issuedBy(Fixtures.root().certificate());
        assertTrue(all.isInternal() && all.has(LintTag.IDEVID) && all.issuer().isPresent());
        assertEquals(Optional.of(earliest), all.earliestNotBefore());
        LintContext other = LintContext.internal()
                .issuedBy(Fixtures.root().certificate())
                .notBackdatedBefore(earliest)
                .tagged(Set.of(LintTag.CRL_ISSUER));
        assertTrue(other.isInternal()
                && other.has(LintTag.CRL_ISSUER)
                && other.issuer().isPresent());
        assertEquals(Optional.of(earliest), other.earliestNotBefore());
        assertFalse(other.has(LintTag.IDEVID));
    }

    @Test
    void atFirstNothingIsKnown() {
        for (LintContext bare : List.of(LintContext.unknown(), LintContext.internal())) {
            assertEquals(Optional.empty(), bare.earliestNotBefore());
            assertTrue(bare.issuer().isEmpty());
            assertFalse(bare.has(LintTag.MATTER_DAC));
        }
        assertFalse(LintContext.unknown().isInternal());
        assertFalse(LintContext.unknown().tagged(Set.of("x")).isInternal());
    }

    @Test
    void anyOfTheThreeMatterKindsIsMatter() {
        for (String tag : new String[] {LintTag.MATTER_PAA, LintTag.MATTER_PAI, LintTag.MATTER_DAC}) {
            assertTrue(LintTag.isMatter(LintContext.unknown().tagged(Set.of(tag, "x"))));
        }
        assertFalse(LintTag.isMatter(LintContext.unknown().tagged(Set.of(LintTag.IDEVID, "matter"))));
    }
}

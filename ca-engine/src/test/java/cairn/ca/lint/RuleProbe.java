package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks one rule at a time and compares what it says, place and words, with what it is expected to say. */
final class RuleProbe {
    private static final Linter LINTER = RuleCatalogue.linter();
    private static final Map<String, RuleDescription> RULES =
            LINTER.rules().stream().collect(Collectors.toMap(RuleDescription::id, Function.identity()));
    private static final LintContext INTERNAL = LintContext.internal();

    private RuleProbe() {}

    /** The rule finds exactly these things, each as {@code where: words}, and nothing besides. */
    static void says(String rule, CertificateFixture certificate, String... lines) {
        says(rule, certificate, INTERNAL, lines);
    }

    static void says(String rule, CertificateFixture certificate, LintContext context, String... lines) {
        says(rule, certificate.der(), context, lines);
    }

    static void says(String rule, byte[] certificate, LintContext context, String... lines) {
        compare(rule, LINTER.lintCertificate(certificate, context), lines);
    }

    /** The rule leaves each of these alone, although all of them can be read. */
    static void silent(String rule, CertificateFixture... certificates) {
        silent(rule, INTERNAL, certificates);
    }

    static void silent(String rule, LintContext context, CertificateFixture... certificates) {
        for (CertificateFixture each : certificates) {
            says(rule, each, context);
        }
    }

    static void listSays(String rule, CrlFixture list, String... lines) {
        listSays(rule, list, INTERNAL, lines);
    }

    static void listSays(String rule, CrlFixture list, LintContext context, String... lines) {
        compare(rule, LINTER.lintCertificateList(list.der(), context), lines);
    }

    static void listSilent(String rule, CrlFixture... lists) {
        listSilent(rule, INTERNAL, lists);
    }

    static void listSilent(String rule, LintContext context, CrlFixture... lists) {
        for (CrlFixture each : lists) {
            listSays(rule, each, context);
        }
    }

    /** The rule finds one thing, whose words are told elsewhere. */
    static void findsOne(String rule, CertificateFixture certificate) {
        List<Finding> found = LINTER.lintCertificate(certificate.der(), INTERNAL);
        assertEquals(1, found.stream().filter(each -> each.code().equals(rule)).count(), found::toString);
    }

    /** No other rule objects to what this one objects to. */
    static void alone(String rule, CertificateFixture certificate, LintContext context) {
        List<Finding> found = LINTER.lintCertificate(certificate.der(), context);
        assertEquals(List.of(rule), found.stream().map(Finding::code).distinct().toList(), found::toString);
    }

    /** Where in the bytes something stands is the matter of the reader's own tests. */
    private static String line(Finding finding) {
        return finding.where() + ": " + finding.words().replaceAll(" \\(offset \\d+\\)", "");
    }

    private static void compare(String id, List<Finding> found, String... lines) {
        RuleDescription rule = Objects.requireNonNull(RULES.get(id), () -> "no rule " + id);
        List<Finding> mine =
                found.stream().filter(each -> each.code().equals(id)).toList();
        assertEquals(List.of(lines), mine.stream().map(RuleProbe::line).toList(), () -> "among " + found);
        for (Finding each : mine) {
            assertEquals(rule.severity(), each.severity());
            assertEquals(rule.clause(), each.clause());
        }
        boolean readable = !found.stream().map(Finding::code).toList().contains(Linter.READABLE.id());
        assertEquals(!id.equals(Linter.READABLE.id()), readable, () -> "can it be read? " + found);
    }
}

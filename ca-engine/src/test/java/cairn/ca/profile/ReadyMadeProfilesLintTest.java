package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.lint.LintContext;
import cairn.ca.lint.Linter;
import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ready-made profiles make passes every rule, under the word that chooses the rules for its kind. */
class ReadyMadeProfilesLintTest {
    private static final Linter LINTER = RuleCatalogue.linter();
    /** The tests count serial numbers from one, where issuance draws them at random. */
    private static final String RANDOM_SERIAL = "internal.serial-entropy";

    private static Certificate root;
    private static Certificate issuing;

    @BeforeAll
    static void authorities() throws ProfileRefusal {
        root = Shaping.root("root-ca", "CN=Example Root,O=Example,C=DE");
        issuing = Shaping.issuing("issuing-ca", "CN=Example Issuing,O=Example,C=DE", root);
    }

    private static List<Finding> lint(Certificate certificate, LintContext context, String profile) {
        return LINTER.lint(certificate, context.tagged(Set.of(profile))).stream()
                .filter(finding -> !finding.code().equals(RANDOM_SERIAL))
                .toList();
    }

    static Stream<ReadyMadeProfilesTest.Case> endEntities() throws Exception {
        return ReadyMadeProfilesTest.endEntities();
    }

    @ParameterizedTest
    @MethodSource("endEntities")
    void anEndEntityPassesEveryRule(ReadyMadeProfilesTest.Case tried) throws ProfileRefusal {
        Certificate certificate = Shaping.sign(
                Shaping.readyMade(tried.profile()),
                Shaping.under(Shaping.issuer(issuing), tried.content()),
                Shaping.ISSUING_KEY);
        // A device identity ends with its issuer where that ends, which its standard does not like.
        List<String> expected = tried.profile().equals("idevid") ? List.of("devid.forever") : List.of();
        assertEquals(
                expected,
                lint(certificate, LintContext.internal().issuedBy(issuing), tried.profile()).stream()
                        .map(Finding::code)
                        .toList());
    }

    @Test
    void theAuthoritiesPassEveryRule() {
        assertEquals(List.of(), lint(root, LintContext.internal(), "root-ca"));
        assertEquals(List.of(), lint(issuing, LintContext.internal().issuedBy(root), "issuing-ca"));
    }
}

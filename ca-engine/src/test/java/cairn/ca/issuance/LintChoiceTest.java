package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.EngineFixture;
import cairn.ca.lint.LintSkip;
import cairn.ca.lint.LintTag;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileReader;
import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.x509.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rules apply before a signature: the profile chooses, and a person may skip what exists. */
final class LintChoiceTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(13);
    private final IssuanceService issuance = fixture.engine.issuance();

    @Test
    void theRulesForTheKindThatAProfileNamesApply() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        assertTrue(issuance.prepare(order).lint().findings().isEmpty());
        IssuanceException.LintFailed failed = assertThrows(
                IssuanceException.LintFailed.class,
                () -> issuance.prepare(under(tagged(LintTag.MATTER_DAC), order, List.of())));
        assertTrue(
                rules(failed.findings()).contains("matter.vendor-id"),
                () -> rules(failed.findings()).toString());
    }

    @Test
    void onlyARuleThatExistsCanBeSkipped() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        IssuanceException.Refused refused = assertThrows(
                IssuanceException.Refused.class,
                () -> issuance.prepare(
                        under(order.profile(), order, List.of(new LintSkip("matter.vendorid", "misspelt")))));
        assertEquals("skip", refused.rule());
        assertTrue(String.valueOf(refused.getMessage()).contains("matter.vendorid"), refused.getMessage());
        issuance.prepare(under(order.profile(), order, List.of(new LintSkip("matter.vendor-id", "spelt well"))));
    }

    @Test
    void theReadyMadeProfilesForSpecialKindsNameThem() throws Exception {
        for (String name : ReadyMadeProfiles.names()) {
            assertEquals(
                    LintTag.all().contains(name) ? List.of(name) : List.of(),
                    List.copyOf(ReadyMadeProfiles.find(name).orElseThrow().lintTags()),
                    name);
        }
    }

    private static Profile tagged(String tag) throws Exception {
        String source = new String(ReadyMadeProfiles.source("iot-device").orElseThrow(), StandardCharsets.UTF_8);
        return ProfileReader.read(
                "tagged.json",
                source.replaceFirst("\"kind\":", "\"lint\": [\"" + tag + "\"], \"kind\":")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static IssuanceOrder under(Profile profile, IssuanceOrder order, List<LintSkip> skips) {
        return new IssuanceOrder(order.issuer(), profile, order.content(), order.request(), skips);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}

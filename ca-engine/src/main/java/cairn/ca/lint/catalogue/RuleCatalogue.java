package cairn.ca.lint.catalogue;

import cairn.ca.lint.Linter;
import cairn.ca.lint.alternative.AlternativeRules;
import cairn.ca.lint.crl.CrlRules;
import cairn.ca.lint.device.DeviceRules;
import cairn.ca.lint.encoding.EncodingRules;
import cairn.ca.lint.extension.ExtensionRules;
import cairn.ca.lint.issuer.IssuerRules;
import cairn.ca.lint.key.KeyRules;
import cairn.ca.lint.name.NameRules;
import cairn.ca.lint.usage.UsageRules;
import java.util.List;
import java.util.stream.Stream;

/** Puts the rules of all packages together. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /** A linter with every rule. */
    public static Linter linter() {
        return new Linter(
                Stream.of(
                                EncodingRules.all(),
                                NameRules.all(),
                                AlternativeRules.all(),
                                UsageRules.all(),
                                ExtensionRules.all(),
                                KeyRules.all(),
                                IssuerRules.all(),
                                DeviceRules.all())
                        .flatMap(List::stream)
                        .toList(),
                CrlRules.all(),
                CrlRules.entries());
    }
}

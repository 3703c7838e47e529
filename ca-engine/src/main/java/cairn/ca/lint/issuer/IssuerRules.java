package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class IssuerRules {
    private IssuerRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new IssuerNameBytes(),
                new IssuerIsAuthority(),
                new AuthorityKeyIdentifierMatch(),
                new StartsBeforeIssuer(),
                new EndEntityOutlivesIssuer(),
                new AuthorityOutlivesIssuer(),
                new Backdated(),
                new PathLengthExhausted(),
                new PathLengthShrinks(),
                new PathLengthOfIntermediate(),
                new KeyOfIssuer(),
                new NameOfIssuer(),
                new PurposeWithinIssuer(),
                new NamesWithinIssuer());
    }
}

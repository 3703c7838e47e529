package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class UsageRules {
    private UsageRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new KeyUsageForAuthority(),
                new KeyUsageCritical(),
                new KeyUsageEmpty(),
                new CertSignNeedsAuthority(),
                new AuthorityCertSign(),
                new AuthorityCrlSign(),
                new EndEntityCrlSign(),
                new OnlyNeedsAgreement(),
                new RsaAuthorityUsage(),
                new RsaEndEntityUsage(),
                new RsaAuthorityEncipherment(),
                new EcUsage(),
                new EdwardsUsage(),
                new MontgomeryUsage(),
                new MlDsaUsage(),
                new SlhDsaUsage(),
                new MlKemUsage(),
                new HashMlDsaAuthority(),
                new AnyPurposeCritical(),
                new AnyPurpose(),
                new PurposeTwice(),
                new PurposeConsistent(),
                new TimeStampingAlone(),
                new AuthorityOcspSigning(),
                new ResponderAlone(),
                new ResponderNoCheck(),
                new NoCheckNull());
    }
}

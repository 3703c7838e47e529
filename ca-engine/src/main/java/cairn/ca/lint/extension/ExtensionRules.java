package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class ExtensionRules {
    private ExtensionRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new BasicConstraintsCritical(),
                new PathLengthPlace(),
                new AuthorityKeyIdentifierPresent(),
                new AuthorityKeyIdentifierNotCritical(),
                new AuthorityKeyIdentifierPair(),
                new SubjectKeyIdentifierOfAuthority(),
                new SubjectKeyIdentifierOfEndEntity(),
                new SubjectKeyIdentifierNotCritical(),
                new SubjectKeyIdentifierMethod(),
                new NameConstraintsCritical(),
                new NameConstraintsPlace(),
                new NameConstraintsEmpty(),
                new SubtreeMinimum(),
                new SubtreeMinimumEncoded(),
                new SubtreeMaximum(),
                new SubtreeRegisteredId(),
                new SubtreeX400(),
                new SubtreeAddress(),
                new SubtreeDns(),
                new SubtreeMail(),
                new PolicyTwice(),
                new ExplicitTextIa5(),
                new ExplicitTextUtf8(),
                new ExplicitTextLength(),
                new AnyPolicyQualifiers(),
                new PolicyMappingsCritical(),
                new PolicyMappingsAny(),
                new PolicyExtensionsPlace(),
                new PolicyConstraintsCritical(),
                new PolicyConstraintsEmpty(),
                new InhibitAnyPolicyCritical(),
                new CrlDistributionPointsNotCritical(),
                new FreshestCrlNotCritical(),
                new AuthorityInfoAccessNotCritical(),
                new SubjectInfoAccessNotCritical(),
                new SubjectDirectoryAttributesNotCritical(),
                new DistributionPointNamed(),
                new PointerSyntax(),
                new PointerScheme(),
                new NoRevAvailNotCritical(),
                new NoRevAvailPlace(),
                new NoRevAvailAlone(),
                new NoRevAvailShort(),
                new PrivateKeyUsagePeriod(),
                new SctListEmpty());
    }
}

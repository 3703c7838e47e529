package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class EncodingRules {
    private EncodingRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new PrimitiveEncoding(),
                new CriticalFalseEncoded(),
                new AuthorityFalseEncoded(),
                new KeyUsageEncoding(),
                new Version3(),
                new InternalVersion3(),
                new UniqueIdentifierVersion(),
                new NoUniqueIdentifiers(),
                new SerialPositive(),
                new SerialLength(),
                new SerialEntropy(),
                new SignatureAlgorithmMatch(),
                new TimeZulu(),
                new TimeSeconds(),
                new TimeType(),
                new TimeReadable(),
                new ValidityOrder(),
                new ExtensionListEmpty(),
                new ExtensionTwice(),
                new ExtensionSyntax(),
                new UnknownCriticalExtension(),
                new ExtensionSequenceEmpty());
    }
}

package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class NameRules {
    private NameRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new IssuerNotEmpty(),
                new AuthoritySubjectNotEmpty(),
                new SubjectOrAlternative(),
                new EmptySubjectCritical(),
                new AttributeLength(),
                new PersonalNameLength(),
                new AttributeEmpty(),
                new CountryPrintable(),
                new CountryCode(),
                new PrintableAlphabet(),
                new DirectoryStringType(),
                new FixedStringType(),
                new Utf8Valid(),
                new OuterWhiteSpace(),
                new InvisibleCharacters(),
                new TextMixUp(),
                new MultiValuedPart(),
                new CommonNameTwice(),
                new MailInAlternative(),
                new TestName(),
                new PartEmpty());
    }
}

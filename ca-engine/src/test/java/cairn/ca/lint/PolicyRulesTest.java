package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERVisibleString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about policies, their qualifiers and mappings. */
class PolicyRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final String OTHER = "1.3.6.1.4.1.99999.2";

    private static CertificateFixture policies(ASN1Encodable... policies) {
        return Fixtures.server().extension(Oid.CERTIFICATE_POLICIES, false, Asn1.sequence(policies));
    }

    private static ASN1Encodable policy(String oid, ASN1Encodable... qualifiers) {
        return Asn1.sequence(Asn1.oid(oid), Asn1.sequence(qualifiers));
    }

    private static ASN1Encodable notice(ASN1Encodable... parts) {
        return Asn1.sequence(Asn1.oid(Oid.QUALIFIER_USER_NOTICE), Asn1.sequence(parts));
    }

    private static ASN1Encodable qualifier(String oid) {
        return Asn1.sequence(Asn1.oid(oid), DERNull.INSTANCE);
    }

    @Test
    void aPolicyIsListedOnce() {
        ASN1Encodable one = Asn1.sequence(Asn1.oid(POLICY));
        ASN1Encodable two = Asn1.sequence(Asn1.oid(OTHER));
        String line = "certificatePolicies " + POLICY + ": occurs more than once";
        says("rfc5280.policy-twice", policies(one, two, one), line);
        says("rfc5280.policy-twice", policies(one, one, one), line, line);
        alone("rfc5280.policy-twice", policies(one, two, one), INTERNAL);
        silent("rfc5280.policy-twice", policies(one), policies(one, two), Fixtures.root());
    }

    @Test
    void anExplicitTextIsUtf8() {
        says(
                "rfc6818.explicit-text-ia5",
                policies(policy(POLICY, notice(new DERIA5String("a")))),
                "certificatePolicies " + POLICY + ": explicitText is an IA5String");
        String[] types = {"IA5String", "VisibleString", "BMPString", "TeletexString"};
        ASN1Encodable[] texts = {
            new DERIA5String("a"), new DERVisibleString("a"), new DERBMPString("a"), new DERT61String("a")
        };
        for (int i = 0; i < types.length; i++) {
            says(
                    "rfc6818.explicit-text-utf8",
                    policies(policy(POLICY, notice(new DERUTF8String("b"))), policy(OTHER, notice(texts[i]))),
                    "certificatePolicies " + OTHER + ": explicitText has the type " + types[i]);
        }
        silent("rfc6818.explicit-text-ia5", policies(policy(POLICY, notice(new DERVisibleString("a")))));
    }

    @Test
    void aReferenceToANoticeIsNoText() {
        ASN1Encodable reference = Asn1.sequence(new DERIA5String("Example"), Asn1.sequence(new ASN1Integer(1)));
        for (String rule : new String[] {"rfc6818.explicit-text-ia5", "rfc6818.explicit-text-utf8"}) {
            silent(rule, policies(policy(POLICY, notice(reference))), policies(policy(POLICY, notice())));
            silent(rule, policies(policy(POLICY, qualifier(Oid.QUALIFIER_CPS))));
        }
        says(
                "rfc6818.explicit-text-ia5",
                policies(policy(POLICY, notice(reference, new DERIA5String("a")))),
                "certificatePolicies " + POLICY + ": explicitText is an IA5String");
    }

    @Test
    void anExplicitTextHas200Characters() {
        String rule = "rfc5280.explicit-text-length";
        String line = "certificatePolicies " + POLICY + ": explicitText is longer than 200 characters";
        says(rule, policies(policy(POLICY, notice(new DERUTF8String("a".repeat(201))))), line);
        says(rule, policies(policy(POLICY, notice(new DERUTF8String("\u00E4".repeat(201))))), line);
        says(rule, policies(policy(POLICY, notice(new DERBMPString("a".repeat(201))))), line);
        silent(
                rule,
                policies(policy(POLICY, notice(new DERUTF8String("a".repeat(200))))),
                policies(policy(POLICY, notice(new DERUTF8String("\uD83D\uDD11".repeat(200))))),
                policies(policy(POLICY, notice(new DERBMPString("a".repeat(200))))));
        alone(rule, policies(policy(POLICY, notice(new DERUTF8String("a".repeat(201))))), INTERNAL);
    }

    @Test
    void anyPolicyHasTheTwoStandardQualifiersOnly() {
        String rule = "rfc5280.any-policy-qualifiers";
        says(
                rule,
                policies(policy(Oid.ANY_POLICY, qualifier("1.2.3"), qualifier(Oid.QUALIFIER_CPS), qualifier("1.2.4"))),
                "certificatePolicies anyPolicy: qualifier 1.2.3",
                "certificatePolicies anyPolicy: qualifier 1.2.4");
        silent(
                rule,
                policies(policy(Oid.ANY_POLICY, qualifier(Oid.QUALIFIER_CPS), notice(new DERUTF8String("a")))),
                policies(policy(POLICY, qualifier("1.2.3"))),
                policies(Asn1.sequence(Asn1.oid(Oid.ANY_POLICY))));
        alone(rule, policies(policy(Oid.ANY_POLICY, qualifier("1.2.3"))), INTERNAL);
    }

    private static CertificateFixture mappings(ASN1Encodable... mappings) {
        return Fixtures.intermediate().extension(Oid.POLICY_MAPPINGS, true, Asn1.sequence(mappings));
    }

    private static ASN1Encodable mapping(String from, String to) {
        return Asn1.sequence(Asn1.oid(from), Asn1.oid(to));
    }

    @Test
    void anyPolicyIsMappedInNoDirection() {
        String rule = "rfc5280.policy-mappings-any";
        String line = "policyMappings: anyPolicy is mapped";
        says(rule, mappings(mapping(POLICY, Oid.ANY_POLICY)), line);
        says(rule, mappings(mapping(POLICY, OTHER), mapping(Oid.ANY_POLICY, POLICY)), line);
        says(rule, mappings(mapping(Oid.ANY_POLICY, Oid.ANY_POLICY)), line, line);
        silent(rule, mappings(mapping(POLICY, OTHER)), mappings(), Fixtures.intermediate(), mappings(DERNull.INSTANCE));
        silent(rule, Fixtures.intermediate().rawExtension(Oid.POLICY_MAPPINGS, true, Asn1.raw(0x30, 4, 0x30, 2, 6, 0)));
        alone(rule, mappings(mapping(POLICY, Oid.ANY_POLICY)), INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {Oid.POLICY_MAPPINGS, Oid.POLICY_CONSTRAINTS, Oid.INHIBIT_ANY_POLICY})
    void theseAreForAuthorities(String oid) {
        says(
                "rfc5280.policy-extensions-place",
                Fixtures.server().extension(oid, true, new ASN1Integer(1)),
                "extension " + oid + ": in the certificate of an end entity");
        silent(
                "rfc5280.policy-extensions-place",
                Fixtures.root().extension(oid, true, new ASN1Integer(1)),
                Fixtures.server());
    }

    @Test
    void policyConstraintsConstrainSomething() {
        String rule = "rfc5280.policy-constraints-empty";
        says(
                rule,
                Fixtures.root().extension(Oid.POLICY_CONSTRAINTS, true, new DERSequence()),
                "policyConstraints: neither requireExplicitPolicy nor inhibitPolicyMapping");
        alone(rule, Fixtures.root().extension(Oid.POLICY_CONSTRAINTS, true, new DERSequence()), INTERNAL);
        for (int field : new int[] {0, 1}) {
            silent(
                    rule,
                    Fixtures.root()
                            .extension(
                                    Oid.POLICY_CONSTRAINTS,
                                    true,
                                    Asn1.sequence(Asn1.implicit(field, new ASN1Integer(0)))));
        }
        silent(rule, Fixtures.root(), Fixtures.root().rawExtension(Oid.POLICY_CONSTRAINTS, true, new byte[0]));
    }
}

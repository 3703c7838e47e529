package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERVisibleString;

/** Cases for the standard extensions other than names and usage. */
final class ExtensionCases {
    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final ASN1Encodable OCTETS = new DEROctetString(new byte[20]);

    private ExtensionCases() {}

    static void add(RuleCases cases) {
        constraints(cases);
        identifiers(cases);
        nameConstraints(cases);
        policies(cases);
        pointers(cases);
        revocation(cases);
    }

    private static void constraints(RuleCases cases) {
        cases.bad(
                "rfc5280.basic-constraints-critical",
                Fixtures.root().extension(Oid.BASIC_CONSTRAINTS, false, Asn1.sequence(ASN1Boolean.TRUE)));
        cases.bad(
                "rfc5280.path-length-place",
                Fixtures.server().extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(new ASN1Integer(0))));
        cases.bad(
                "rfc5280.path-length-place",
                Fixtures.intermediate().extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0x02)));
        cases.bad(
                "rfc5280.path-length-place",
                Fixtures.intermediate()
                        .extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE, new ASN1Integer(-1))));
    }

    private static void identifiers(RuleCases cases) {
        cases.bad("rfc5280.aki-present", Fixtures.server().without(Oid.AUTHORITY_KEY_IDENTIFIER));
        cases.good("rfc5280.aki-present", Fixtures.root());
        cases.bad(
                "rfc5280.aki-not-critical",
                Fixtures.server().extension(Oid.AUTHORITY_KEY_IDENTIFIER, true, Fixtures.aki()));
        cases.bad(
                "rfc5280.aki-pair",
                Fixtures.server()
                        .extension(
                                Oid.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Asn1.sequence(Asn1.implicit(0, OCTETS), Asn1.implicit(2, new ASN1Integer(5)))));
        cases.bad("rfc5280.ski-of-authority", Fixtures.root().without(Oid.SUBJECT_KEY_IDENTIFIER));
        cases.bad("rfc5280.ski-of-end-entity", Fixtures.server().without(Oid.SUBJECT_KEY_IDENTIFIER));
        cases.bad("rfc5280.ski-not-critical", Fixtures.server().extension(Oid.SUBJECT_KEY_IDENTIFIER, true, OCTETS));
        cases.bad("rfc7093.ski-method", Fixtures.server().extension(Oid.SUBJECT_KEY_IDENTIFIER, false, OCTETS));
        byte[] second = java.util.Arrays.copyOfRange(FixtureKeys.identifier(FixtureKeys.P256), 12, 20);
        second[0] = (byte) (0x40 | (second[0] & 0x0F));
        cases.good(
                "rfc7093.ski-method",
                Fixtures.server().extension(Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(second)));
    }

    private static void nameConstraints(RuleCases cases) {
        ASN1Encodable domain = Asn1.general(2, "example.org");
        ASN1Encodable value = Asn1.sequence(Asn1.implicit(0, Asn1.sequence(Asn1.sequence(domain))));
        cases.bad(
                "rfc5280.name-constraints-critical",
                Fixtures.intermediate().extension(Oid.NAME_CONSTRAINTS, false, value));
        cases.bad("rfc5280.name-constraints-place", Fixtures.server().extension(Oid.NAME_CONSTRAINTS, true, value));
        cases.bad(
                "rfc5280.name-constraints-empty",
                Fixtures.intermediate().extension(Oid.NAME_CONSTRAINTS, true, new DERSequence()));
        cases.bad("rfc5280.subtree-minimum", Fixtures.constrained(0, domain, Asn1.implicit(0, new ASN1Integer(1))));
        cases.bad(
                "x690.subtree-minimum-encoded", Fixtures.constrained(0, domain, Asn1.implicit(0, new ASN1Integer(0))));
        cases.bad("rfc5280.subtree-maximum", Fixtures.constrained(0, domain, Asn1.implicit(1, new ASN1Integer(5))));
        cases.bad("rfc5280.subtree-registered-id", Fixtures.constrained(0, Asn1.implicit(8, Asn1.oid("1.2.3"))));
        cases.bad("rfc5280.subtree-x400", Fixtures.constrained(0, Asn1.implicit(3, new DERSequence())));
        cases.bad("rfc5280.subtree-address", Fixtures.constrained(0, Asn1.general(7, new byte[4])));
        cases.bad(
                "rfc5280.subtree-address",
                Fixtures.constrained(0, Asn1.general(7, Asn1.raw(10, 0, 0, 0, 255, 0, 255, 0))));
        cases.good(
                "rfc5280.subtree-address",
                Fixtures.constrained(0, Asn1.general(7, Asn1.raw(10, 0, 0, 0, 255, 240, 0, 0))));
        cases.bad("rfc5280.subtree-dns", Fixtures.constrained(0, Asn1.general(2, "*.example.org")));
        cases.good("rfc5280.subtree-dns", Fixtures.constrained(0, domain));
        cases.bad("rfc5280.subtree-mail", Fixtures.constrained(0, Asn1.general(1, "http://example.org")));
        cases.good("rfc5280.subtree-mail", Fixtures.constrained(0, Asn1.general(1, ".example.org")));
        cases.good("rfc5280.subtree-mail", Fixtures.constrained(0, Asn1.general(1, "ann@example.org")));
    }

    private static CertificateFixture notice(ASN1Encodable text) {
        ASN1Encodable qualifier = Asn1.sequence(Asn1.oid(Oid.QUALIFIER_USER_NOTICE), Asn1.sequence(text));
        return policy(POLICY, qualifier);
    }

    private static CertificateFixture policy(String oid, ASN1Encodable qualifier) {
        return Fixtures.server()
                .extension(
                        Oid.CERTIFICATE_POLICIES,
                        false,
                        Asn1.sequence(Asn1.sequence(Asn1.oid(oid), Asn1.sequence(qualifier))));
    }

    private static void policies(RuleCases cases) {
        ASN1Encodable plain = Asn1.sequence(Asn1.oid(POLICY));
        cases.bad(
                "rfc5280.policy-twice",
                Fixtures.server().extension(Oid.CERTIFICATE_POLICIES, false, Asn1.sequence(plain, plain)));
        cases.bad("rfc6818.explicit-text-ia5", notice(new DERIA5String("text")));
        cases.bad("rfc6818.explicit-text-utf8", notice(new DERVisibleString("text")));
        cases.good("rfc6818.explicit-text-utf8", notice(new DERUTF8String("text")));
        cases.bad("rfc5280.explicit-text-length", notice(new DERUTF8String("a".repeat(201))));
        cases.good("rfc5280.explicit-text-length", notice(new DERUTF8String("ä".repeat(200))));
        ASN1Encodable strange = Asn1.sequence(Asn1.oid("1.2.3.4"), DERNull.INSTANCE);
        cases.bad("rfc5280.any-policy-qualifiers", policy(Oid.ANY_POLICY, strange));
        cases.good("rfc5280.any-policy-qualifiers", policy(POLICY, strange));
        ASN1Encodable mapping = Asn1.sequence(Asn1.sequence(Asn1.oid(POLICY), Asn1.oid("1.3.6.1.4.1.99999.2")));
        cases.bad(
                "rfc5280.policy-mappings-critical",
                Fixtures.intermediate().extension(Oid.POLICY_MAPPINGS, false, mapping));
        cases.bad(
                "rfc5280.policy-mappings-any",
                Fixtures.intermediate()
                        .extension(
                                Oid.POLICY_MAPPINGS,
                                true,
                                Asn1.sequence(Asn1.sequence(Asn1.oid(POLICY), Asn1.oid(Oid.ANY_POLICY)))));
        cases.bad("rfc5280.policy-extensions-place", Fixtures.server().extension(Oid.POLICY_MAPPINGS, true, mapping));
        ASN1Encodable require = Asn1.sequence(Asn1.implicit(0, new ASN1Integer(0)));
        cases.bad(
                "rfc5280.policy-constraints-critical",
                Fixtures.intermediate().extension(Oid.POLICY_CONSTRAINTS, false, require));
        cases.bad(
                "rfc5280.policy-constraints-empty",
                Fixtures.intermediate().extension(Oid.POLICY_CONSTRAINTS, true, new DERSequence()));
        cases.bad(
                "rfc5280.inhibit-any-policy-critical",
                Fixtures.intermediate().extension(Oid.INHIBIT_ANY_POLICY, false, new ASN1Integer(0)));
    }

    private static void pointers(RuleCases cases) {
        String uri = "http://pki.example.org/a";
        cases.bad(
                "rfc5280.cdp-not-critical",
                Fixtures.server().extension(Oid.CRL_DISTRIBUTION_POINTS, true, Fixtures.points(uri)));
        cases.bad(
                "rfc5280.freshest-crl-not-critical",
                Fixtures.server().extension(Oid.FRESHEST_CRL, true, Fixtures.points(uri)));
        cases.bad(
                "rfc5280.aia-not-critical",
                Fixtures.server().extension(Oid.AUTHORITY_INFO_ACCESS, true, Fixtures.access(Oid.AD_OCSP, uri)));
        cases.bad(
                "rfc5280.sia-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_INFO_ACCESS, true, Fixtures.access(Oid.AD_OCSP, uri)));
        cases.bad(
                "rfc5280.sda-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_DIRECTORY_ATTRIBUTES, true, Asn1.sequence(DERNull.INSTANCE)));
        cases.bad(
                "rfc5280.distribution-point-named",
                Fixtures.server()
                        .extension(
                                Oid.CRL_DISTRIBUTION_POINTS,
                                false,
                                Asn1.sequence(Asn1.sequence(Asn1.implicit(1, Fixtures.usage(1, 0x7E))))));
        cases.bad(
                "rfc5280.pointer-syntax",
                Fixtures.server().extension(Oid.CRL_DISTRIBUTION_POINTS, false, Fixtures.points("pki.example.org")));
        cases.bad(
                "rfc5280.pointer-syntax",
                Fixtures.server().extension(Oid.AUTHORITY_INFO_ACCESS, false, Fixtures.access(Oid.AD_OCSP, "ocsp")));
        cases.bad(
                "internal.pointer-scheme",
                Fixtures.server()
                        .extension(Oid.CRL_DISTRIBUTION_POINTS, false, Fixtures.points("https://pki.example.org/a")));
        cases.good(
                "internal.pointer-scheme",
                Fixtures.server()
                        .extension(Oid.CRL_DISTRIBUTION_POINTS, false, Fixtures.points("ldap://pki.example.org/cn=a")));
    }

    private static void revocation(RuleCases cases) {
        CertificateFixture shortLived = Fixtures.server()
                .without(Oid.CRL_DISTRIBUTION_POINTS)
                .validity(new DERUTCTime("260101000000Z"), new DERUTCTime("260108000000Z"))
                .extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE);
        for (String rule : new String[] {
            "rfc9608.no-rev-avail-not-critical",
            "rfc9608.no-rev-avail-place",
            "rfc9608.no-rev-avail-alone",
            "internal.no-rev-avail-short"
        }) {
            cases.good(rule, shortLived);
        }
        cases.bad(
                "rfc9608.no-rev-avail-not-critical",
                Fixtures.server().extension(Oid.NO_REV_AVAIL, true, DERNull.INSTANCE));
        cases.bad(
                "rfc9608.no-rev-avail-not-critical",
                Fixtures.server().extension(Oid.NO_REV_AVAIL, false, new DERSequence()));
        cases.bad("rfc9608.no-rev-avail-place", Fixtures.root().extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE));
        cases.bad("rfc9608.no-rev-avail-alone", Fixtures.server().extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE));
        cases.bad(
                "internal.no-rev-avail-short", Fixtures.server().extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE));
        cases.bad(
                "internal.private-key-usage-period",
                Fixtures.server().extension(Oid.PRIVATE_KEY_USAGE_PERIOD, false, new DERSequence()));
        cases.bad(
                "rfc6962.sct-list-empty",
                Fixtures.server().extension(Oid.SCT_LIST, false, new DEROctetString(new byte[2])));
        cases.good(
                "rfc6962.sct-list-empty",
                Fixtures.server().extension(Oid.SCT_LIST, false, new DEROctetString(new byte[40])));
    }
}

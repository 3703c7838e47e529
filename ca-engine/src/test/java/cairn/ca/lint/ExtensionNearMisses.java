package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;

/** What stands right beside the defect of a rule about extensions and revocation lists, and is not it. */
final class ExtensionNearMisses {
    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final DERUTCTime FROM = new DERUTCTime("260201000000Z");
    private static final DERUTCTime NEXT = new DERUTCTime("260301000000Z");
    private static final LintContext UNDER = Fixtures.underIntermediate();

    private ExtensionNearMisses() {}

    static void add(RuleCases cases) {
        constraints(cases);
        policies(cases);
        pointers(cases);
        fields(cases);
        listExtensions(cases);
        entries(cases);
    }

    private static void constraints(RuleCases cases) {
        ASN1Encodable domain = Asn1.general(2, "example.org");
        for (String rule : new String[] {
            "rfc5280.name-constraints-critical",
            "rfc5280.name-constraints-place",
            "rfc5280.name-constraints-empty",
            "rfc5280.subtree-minimum",
            "x690.subtree-minimum-encoded",
            "rfc5280.subtree-maximum",
            "rfc5280.subtree-registered-id",
            "rfc5280.subtree-x400"
        }) {
            cases.good(rule, Fixtures.constrained(1, domain));
        }
        cases.good("rfc5280.subtree-x400", Fixtures.constrained(1, Asn1.explicit(4, new X500Name("O=Example"))));
        cases.good("rfc5280.subtree-registered-id", Fixtures.constrained(1, Asn1.general(6, ".example.org")));
        cases.bad("rfc5280.subtree-minimum", Fixtures.constrained(1, domain, Asn1.implicit(0, new ASN1Integer(7))));
        cases.bad("rfc5280.subtree-maximum", Fixtures.constrained(1, domain, Asn1.implicit(1, new ASN1Integer(0))));
        cases.bad(
                "rfc5280.subtree-address",
                Fixtures.constrained(1, Asn1.general(7, Asn1.raw(10, 0, 0, 0, 255, 0, 255, 0))));
        cases.good("rfc5280.subtree-address", Fixtures.constrained(1, Asn1.general(7, new byte[32])));
        cases.bad("rfc5280.subtree-address", Fixtures.constrained(1, Asn1.general(7, new byte[16])));
    }

    private static void policies(RuleCases cases) {
        ASN1Encodable one = Asn1.sequence(Asn1.oid(POLICY));
        ASN1Encodable other = Asn1.sequence(Asn1.oid("1.3.6.1.4.1.99999.2"));
        cases.good(
                "rfc5280.policy-twice",
                Fixtures.server().extension(Oid.CERTIFICATE_POLICIES, false, Asn1.sequence(one, other)));
        ASN1Encodable notice = Asn1.sequence(
                Asn1.oid(Oid.QUALIFIER_USER_NOTICE), Asn1.sequence(new DERUTF8String("for devices only")));
        cases.good(
                "rfc6818.explicit-text-ia5",
                Fixtures.server()
                        .extension(
                                Oid.CERTIFICATE_POLICIES,
                                false,
                                Asn1.sequence(Asn1.sequence(Asn1.oid(POLICY), Asn1.sequence(notice)))));
        ASN1Encodable mapping = Asn1.sequence(Asn1.sequence(Asn1.oid(POLICY), Asn1.oid("1.3.6.1.4.1.99999.2")));
        CertificateFixture mapped = Fixtures.intermediate().extension(Oid.POLICY_MAPPINGS, true, mapping);
        cases.good("rfc5280.policy-mappings-critical", mapped);
        cases.good("rfc5280.policy-mappings-any", mapped);
        cases.good("rfc5280.policy-extensions-place", mapped);
        cases.bad(
                "rfc5280.policy-mappings-any",
                Fixtures.intermediate()
                        .extension(
                                Oid.POLICY_MAPPINGS,
                                true,
                                Asn1.sequence(Asn1.sequence(Asn1.oid(Oid.ANY_POLICY), Asn1.oid(POLICY)))));
        ASN1Encodable require = Asn1.sequence(Asn1.implicit(1, new ASN1Integer(0)));
        CertificateFixture limited = Fixtures.intermediate().extension(Oid.POLICY_CONSTRAINTS, true, require);
        cases.good("rfc5280.policy-constraints-critical", limited);
        cases.good("rfc5280.policy-constraints-empty", limited);
        cases.good(
                "rfc5280.inhibit-any-policy-critical",
                Fixtures.intermediate().extension(Oid.INHIBIT_ANY_POLICY, true, new ASN1Integer(0)));
    }

    private static void pointers(RuleCases cases) {
        String uri = "http://pki.example.org/a";
        cases.good("rfc5280.cdp-not-critical", Fixtures.server());
        cases.good(
                "rfc5280.freshest-crl-not-critical",
                Fixtures.server().extension(Oid.FRESHEST_CRL, false, Fixtures.points(uri)));
        cases.good("rfc5280.aia-not-critical", Fixtures.server());
        cases.good(
                "rfc5280.sia-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_INFO_ACCESS, false, Fixtures.access(Oid.AD_OCSP, uri)));
        cases.good(
                "rfc5280.sda-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_DIRECTORY_ATTRIBUTES, false, Asn1.sequence(DERNull.INSTANCE)));
        cases.good(
                "rfc5280.pointer-syntax",
                Fixtures.server()
                        .extension(Oid.CRL_DISTRIBUTION_POINTS, false, Fixtures.points("ldap://a.example/cn=a")));
        CertificateFixture forgetful = Fixtures.server()
                .without(Oid.CRL_DISTRIBUTION_POINTS)
                .extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE);
        cases.good("rfc9608.no-rev-avail-not-critical", forgetful);
        cases.good("rfc9608.no-rev-avail-place", forgetful);
        cases.good("rfc9608.no-rev-avail-alone", forgetful);
        cases.bad(
                "rfc9608.no-rev-avail-alone",
                Fixtures.server()
                        .without(Oid.CRL_DISTRIBUTION_POINTS)
                        .extension(Oid.AUTHORITY_INFO_ACCESS, false, Fixtures.access(Oid.AD_OCSP, uri))
                        .extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE));
        DERUTCTime start = new DERUTCTime("260101000000Z");
        cases.good(
                "internal.no-rev-avail-short",
                Fixtures.server()
                        .validity(start, new DERUTCTime("260111000000Z"))
                        .extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE));
        cases.bad(
                "internal.no-rev-avail-short",
                Fixtures.server()
                        .validity(start, new DERUTCTime("260111000001Z"))
                        .extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE));
        cases.good("internal.private-key-usage-period", Fixtures.server());
    }

    private static CrlFixture list() {
        return new CrlFixture();
    }

    private static void fields(RuleCases cases) {
        cases.goodList("rfc5280.crl-version-2", list().version(new ASN1Integer(1)), UNDER);
        ASN1Encodable sha384 = Asn1.algorithm("1.2.840.10045.4.3.3");
        cases.goodList("rfc5280.crl-signature-algorithm-match", list().signedWith(sha384), UNDER);
        cases.goodList("internal.crl-signature-digest", list().signedWith(sha384), UNDER);
        cases.goodList("rfc5280.crl-issuer-not-empty", list(), UNDER);
        cases.goodList("internal.crl-issuer-name-bytes", list(), UNDER);
        cases.goodList("internal.crl-issuer-may-sign", list(), UNDER);
        cases.goodList("rfc5280.crl-times", list().updates(FROM, NEXT), UNDER);
        cases.goodList("rfc5280.crl-next-update-present", list().updates(FROM, NEXT), UNDER);
        cases.goodList("rfc5280.crl-next-update-order", list().updates(FROM, new DERUTCTime("260201000001Z")), UNDER);
        cases.goodList(
                "internal.crl-within-issuer",
                list().updates(new DERUTCTime("341231000000Z"), new DERUTCTime("350101000000Z")),
                UNDER);
    }

    private static void listExtensions(RuleCases cases) {
        for (String rule : new String[] {
            "rfc5280.crl-extension-twice",
            "rfc5280.crl-extension-list-empty",
            "rfc5280.crl-extension-syntax",
            "x690.crl-critical-false-encoded",
            "rfc5280.crl-unknown-critical"
        }) {
            cases.goodList(rule, list().with("1.2.3.4", false, DERNull.INSTANCE), UNDER);
        }
        cases.goodList("rfc5280.crl-number-present", list(), UNDER);
        cases.goodList(
                "rfc5280.crl-number-range",
                list().with(Oid.CRL_NUMBER, false, new ASN1Integer(BigInteger.ONE.shiftLeft(158))),
                UNDER);
        cases.goodList("rfc5280.crl-number-range", list().with(Oid.CRL_NUMBER, false, new ASN1Integer(0)), UNDER);
        cases.goodList("rfc5280.crl-aki-present", list(), UNDER);
        cases.goodList("rfc5280.crl-aki-not-critical", list(), UNDER);
        cases.goodList("internal.crl-aki-key-only", list(), UNDER);
        cases.goodList("internal.crl-aki-match", list(), UNDER);
        ASN1Encodable point =
                Asn1.explicit(0, Asn1.implicit(0, Asn1.sequence(Asn1.general(6, "http://a.example/a.crl"))));
        CrlFixture scoped = list().with(Oid.ISSUING_DISTRIBUTION_POINT, true, Asn1.sequence(point));
        cases.goodList("rfc5280.crl-idp-critical", scoped, UNDER);
        cases.goodList("rfc5280.crl-idp-uri", scoped, UNDER);
        cases.goodList("internal.crl-indirect", scoped, UNDER);
        cases.goodList(
                "internal.crl-indirect",
                list().with(
                                Oid.ISSUING_DISTRIBUTION_POINT,
                                true,
                                Asn1.sequence(point, Asn1.implicit(1, ASN1Boolean.TRUE))),
                UNDER);
        cases.goodList(
                "rfc5280.crl-delta-critical", list().with(Oid.DELTA_CRL_INDICATOR, true, new ASN1Integer(6)), UNDER);
    }

    private static void entries(RuleCases cases) {
        BigInteger serial = BigInteger.valueOf(0x1234567);
        ASN1Encodable one = CrlFixture.entry(serial, "260115120000Z");
        ASN1Encodable next = CrlFixture.entry(serial.add(BigInteger.ONE), "260115120000Z");
        cases.goodList("rfc5280.crl-serial-twice", list().entries(one, next), UNDER);
        BigInteger longest = BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE);
        cases.goodList("rfc5280.crl-entry-serial", list().entries(CrlFixture.entry(longest, "260115120000Z")), UNDER);
        cases.goodList(
                "rfc5280.crl-entry-serial", list().entries(CrlFixture.entry(BigInteger.ONE, "260115120000Z")), UNDER);
        cases.goodList("rfc5280.crl-entry-time", list().entries(one), UNDER);
        cases.goodList(
                "internal.crl-entry-too-early", list().entries(CrlFixture.entry(serial, "250101000000Z")), UNDER);
        cases.goodList(
                "rfc5280.crl-entry-reason-unspecified",
                list().entryWith(Oid.REASON_CODE, false, CrlFixture.reason(1)),
                UNDER);
        cases.goodList("rfc5280.crl-entry-reason-unspecified", list().entries(one), UNDER);
        cases.goodList(
                "rfc5280.crl-entry-unknown-critical", list().entryWith("1.2.3.4", false, DERNull.INSTANCE), UNDER);
        cases.goodList("rfc5280.crl-entry-extension-list-empty", list().entries(one), UNDER);
        ASN1Encodable indirect = Asn1.sequence(Asn1.implicit(4, ASN1Boolean.TRUE));
        ASN1Encodable issuer = Asn1.sequence(Asn1.explicit(4, new X500Name("CN=Other")));
        cases.goodList(
                "rfc5280.crl-entry-certificate-issuer",
                list().entryWith(Oid.CERTIFICATE_ISSUER, true, issuer)
                        .with(Oid.ISSUING_DISTRIBUTION_POINT, true, indirect),
                UNDER);
        cases.goodList(
                "rfc5280.crl-serial-twice",
                list().entries(one, one).with(Oid.ISSUING_DISTRIBUTION_POINT, true, indirect),
                UNDER);
        cases.badList(
                "rfc5280.crl-entry-certificate-issuer",
                list().entryWith(Oid.CERTIFICATE_ISSUER, false, issuer)
                        .with(Oid.ISSUING_DISTRIBUTION_POINT, true, indirect));
        cases.goodList(
                "rfc5280.crl-extension-syntax",
                list().with(Oid.FRESHEST_CRL, false, Fixtures.points("http://a.example/d.crl"))
                        .with("1.2.3.9", false, new DEROctetString(new byte[] {5})),
                UNDER);
    }
}

package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;

/** Cases for the distinguished names. */
final class NameCases {
    private NameCases() {}

    private static CertificateFixture subject(String oid, ASN1Encodable value) {
        return Fixtures.server().subject(Asn1.name(oid, value));
    }

    private static CertificateFixture subject(String oid, String value) {
        return subject(oid, new DERUTF8String(value));
    }

    static void add(RuleCases cases) {
        presence(cases);
        lengths(cases);
        types(cases);
        text(cases);
    }

    private static void presence(RuleCases cases) {
        DERSequence empty = new DERSequence();
        cases.bad("rfc5280.issuer-not-empty", Fixtures.server().issuer(empty));
        cases.bad("rfc5280.authority-subject-not-empty", Fixtures.root().subject(empty));
        cases.bad(
                "rfc5280.subject-or-alternative",
                Fixtures.server().subject(empty).without(Oid.SUBJECT_ALT_NAME));
        cases.bad("rfc5280.empty-subject-critical", Fixtures.server().subject(empty));
        cases.good(
                "rfc5280.empty-subject-critical",
                Fixtures.server().subject(empty).extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("a.example.org")));
        cases.bad("rfc5280.name-part-empty", Fixtures.server().subject(Asn1.sequence(new DERSet())));
        cases.bad("internal.multi-valued-part", Fixtures.server().subject(Asn1.sequence(new DERSet(new ASN1Encodable[] {
            Asn1.sequence(Asn1.oid(Oid.COMMON_NAME), new DERUTF8String("a")),
            Asn1.sequence(Asn1.oid(Oid.ORGANIZATION), new DERUTF8String("b"))
        }))));
        cases.bad(
                "internal.common-name-twice",
                Fixtures.server()
                        .subject(Asn1.name(
                                Oid.COMMON_NAME, new DERUTF8String("a"), Oid.COMMON_NAME, new DERUTF8String("b"))));
        cases.bad("rfc5280.mail-in-alternative", subject(Oid.EMAIL_ADDRESS, new DERIA5String("a@example.org")));
        cases.good(
                "rfc5280.mail-in-alternative",
                subject(Oid.EMAIL_ADDRESS, new DERIA5String("a@example.org"))
                        .extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(Asn1.general(1, "A@example.org"))));
    }

    private static void lengths(RuleCases cases) {
        cases.bad("rfc5280.attribute-length", subject(Oid.COMMON_NAME, "a".repeat(65)));
        cases.good("rfc5280.attribute-length", subject(Oid.COMMON_NAME, "ä".repeat(64)));
        cases.bad("rfc5280.attribute-length", subject(Oid.LOCALITY, "a".repeat(129)));
        cases.bad(
                "rfc5280.attribute-length",
                Fixtures.server().issuer(Asn1.name(Oid.ORGANIZATION, new DERUTF8String("a".repeat(65)))));
        cases.bad("x411.personal-name-length", subject(Oid.GIVEN_NAME, "a".repeat(65)));
        cases.good("x411.personal-name-length", subject(Oid.GIVEN_NAME, "a".repeat(64)));
        cases.bad("rfc5280.attribute-empty", subject(Oid.ORGANIZATION, ""));
    }

    private static void types(RuleCases cases) {
        cases.bad("rfc5280.country-printable", subject(Oid.COUNTRY, "CH"));
        cases.bad("iso3166.country-code", subject(Oid.COUNTRY, new DERPrintableString("ch")));
        cases.bad("iso3166.country-code", subject(Oid.COUNTRY, new DERPrintableString("CHE")));
        cases.good("iso3166.country-code", subject(Oid.COUNTRY, new DERPrintableString("CH")));
        cases.bad("rfc5280.printable-alphabet", subject(Oid.COMMON_NAME, new DERPrintableString("a@b", false)));
        cases.bad("rfc5280.printable-alphabet", subject(Oid.COMMON_NAME, new DERPrintableString("a*", false)));
        cases.good("rfc5280.printable-alphabet", subject(Oid.COMMON_NAME, new DERPrintableString("a '()+,-./:=?9Z")));
        cases.bad("rfc5280.directory-string-type", subject(Oid.COMMON_NAME, new DERBMPString("a")));
        cases.bad("rfc5280.directory-string-type", subject(Oid.ORGANIZATION, new DERT61String("a")));
        cases.bad("rfc5280.fixed-string-type", subject(Oid.SERIAL_NUMBER, "123"));
        cases.bad("rfc5280.fixed-string-type", subject(Oid.DOMAIN_COMPONENT, "example"));
        cases.good("rfc5280.fixed-string-type", subject(Oid.DOMAIN_COMPONENT, new DERIA5String("example")));
        cases.bad("rfc3629.utf8-valid", subject(Oid.COMMON_NAME, Asn1.read(Asn1.raw(0x0C, 2, 'a', 0xE9))));
        cases.good("rfc3629.utf8-valid", subject(Oid.COMMON_NAME, "a\uFFFD"));
    }

    private static void text(RuleCases cases) {
        cases.bad("rfc4518.outer-white-space", subject(Oid.COMMON_NAME, " a"));
        cases.bad("rfc4518.outer-white-space", subject(Oid.COMMON_NAME, "a "));
        cases.good("rfc4518.outer-white-space", subject(Oid.COMMON_NAME, "a b"));
        cases.bad("internal.invisible-characters", subject(Oid.COMMON_NAME, "a\u0000b"));
        cases.bad("internal.invisible-characters", subject(Oid.COMMON_NAME, "a\u202Eb"));
        cases.bad("internal.invisible-characters", subject(Oid.COMMON_NAME, "a\nb"));
        cases.good("internal.invisible-characters", subject(Oid.COMMON_NAME, "Z\u00FCrich \uD83D\uDD11 \u6771\u4EAC"));
        cases.bad("internal.text-mix-up", subject(Oid.COMMON_NAME, "Z\u00C3\u00BCrich"));
        cases.good("internal.text-mix-up", subject(Oid.COMMON_NAME, "Z\u00FCrich"));
        cases.bad("internal.test-name", subject(Oid.COMMON_NAME, "Do Not Trust - AMI Test PK"));
    }
}

package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/** Cases for subjectAltName and issuerAltName. */
final class AlternativeCases {
    private AlternativeCases() {}

    private static CertificateFixture dns(String name) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("www.example.org", name));
    }

    private static CertificateFixture names(ASN1Encodable... names) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, new DERSequence(names));
    }

    private static CertificateFixture uri(String text) {
        return names(Asn1.general(6, text));
    }

    static void add(RuleCases cases) {
        general(cases);
        hostNames(cases);
        others(cases);
        servers(cases);
    }

    private static void general(RuleCases cases) {
        cases.bad("rfc5280.alt-name-kind", names(Asn1.general(9, "x")));
        cases.bad("rfc5280.alt-name-empty", names(Asn1.general(2, "")));
        cases.bad("rfc5280.alt-name-empty", names(Asn1.explicit(4, new DERSequence())));
        cases.bad("internal.alt-name-twice", dns("WWW.example.org"));
        cases.bad(
                "rfc5280.issuer-alt-not-critical",
                Fixtures.server().extension(Oid.ISSUER_ALT_NAME, true, Fixtures.dns("a.example.org")));
        cases.bad(
                "rfc5280.subject-alt-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("www.example.org")));
    }

    private static void hostNames(RuleCases cases) {
        cases.bad("rfc5280.dns-name-ascii", names(Asn1.general(2, Asn1.raw('z', 0xC3, 0xBC, '.', 'c', 'h'))));
        cases.bad("rfc1034.dns-name-alphabet", dns("a b.example.org"));
        cases.bad("rfc1034.dns-name-alphabet", dns("a.example.org\u0000.evil.org"));
        cases.bad(
                "rfc1034.dns-name-alphabet",
                Fixtures.server().extension(Oid.ISSUER_ALT_NAME, false, Fixtures.dns("a/b.example.org")));
        cases.bad("rfc1034.dns-name-underscore", dns("a_b.example.org"));
        cases.bad("rfc1035.dns-name-length", dns("abcdefg.".repeat(31) + "example"));
        cases.good("rfc1035.dns-name-length", dns("abcdefg.".repeat(31) + "abcde"));
        cases.bad("rfc1035.dns-label-length", dns("a".repeat(64) + ".example.org"));
        cases.good("rfc1035.dns-label-length", dns("a".repeat(63) + ".example.org"));
        cases.bad("rfc1034.dns-label-empty", dns(".example.org"));
        cases.bad("rfc1034.dns-label-empty", dns("a..example.org"));
        cases.bad("rfc1034.dns-label-empty", dns("example.org."));
        cases.bad("rfc1034.dns-label-hyphen", dns("a-.example.org"));
        cases.good("rfc1034.dns-label-hyphen", dns("a-b.example.org"));
        cases.bad("rfc9525.dns-name-wildcard", dns("www.*.example.org"));
        cases.bad("rfc9525.dns-name-wildcard", dns("w*.example.org"));
        cases.bad("rfc9525.dns-name-wildcard", dns("*"));
        cases.good("rfc9525.dns-name-wildcard", dns("*.example.org"));
        cases.bad("rfc5280.dns-name-address", dns("192.0.2.1"));
        cases.bad("rfc5891.a-label-readable", dns("xn--a-\u007F.example.org"));
        cases.bad("rfc5891.a-label-readable", dns("www.xn--99999999.org"));
        cases.good("rfc5891.a-label-readable", dns("www.XN--mnchen-3ya.de"));
        // "a" with a combining diaeresis instead of the one letter
        cases.bad("rfc5891.a-label-normal", dns("xn--a-ccb.example.org"));
        cases.good("rfc5891.a-label-normal", dns("xn--mnchen-3ya.de"));
    }

    private static void others(RuleCases cases) {
        cases.bad("rfc5280.mail-syntax", names(Asn1.general(1, "Ann <ann@example.org>")));
        cases.bad("rfc5280.mail-syntax", names(Asn1.general(1, "example.org")));
        cases.bad("rfc5280.mail-syntax", names(Asn1.general(1, "a..b@example.org")));
        cases.good("rfc5280.mail-syntax", names(Asn1.general(1, "ann+x@example.org")));
        cases.good("rfc5280.mail-syntax", names(Asn1.general(1, "\"ann b\"@example.org")));
        cases.bad("rfc5280.uri-ascii", names(Asn1.general(6, Asn1.raw('u', ':', 0xE4))));
        cases.bad("rfc5280.uri-syntax", uri("//www.example.org/"));
        cases.bad("rfc5280.uri-syntax", uri("http://"));
        cases.bad("rfc5280.uri-syntax", uri("http://www.example.org/a b"));
        cases.good("rfc5280.uri-syntax", uri("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
        cases.bad("rfc5280.uri-host", uri("http://localhost/"));
        cases.bad("rfc5280.uri-host", uri("http://*.com@*/"));
        cases.good("rfc5280.uri-host", uri("https://user@www.example.org:8443/a"));
        cases.good("rfc5280.uri-host", uri("https://[2001:db8::1]:8443/a"));
        cases.good("rfc5280.uri-host", uri("https://192.0.2.1/"));
        cases.bad("spiffe.id", uri("spiffe://Example.org/a"));
        cases.bad("spiffe.id", uri("spiffe://example.org:80/a"));
        cases.bad("spiffe.id", uri("spiffe://example.org/a?b"));
        cases.bad("spiffe.id", names(Asn1.general(6, "spiffe://example.org/a"), Asn1.general(6, "urn:x:y")));
        cases.good("spiffe.id", uri("spiffe://prod/ns/default/sa/web"));
        cases.bad("rfc5280.address-length", names(Asn1.general(7, new byte[5])));
        cases.good("rfc5280.address-length", names(Asn1.general(7, new byte[16])));
        DERSequence half = Asn1.sequence(Asn1.oid("1.2.3"), DERNull.INSTANCE);
        DERSequence whole = Asn1.sequence(Asn1.oid("1.2.3"), new DEROctetString(new byte[] {1}));
        cases.bad("rfc4108.hardware-module-name", names(hardwareModule(half)));
        cases.good("rfc4108.hardware-module-name", names(hardwareModule(whole)));
    }

    private static ASN1Encodable hardwareModule(ASN1Encodable value) {
        return Asn1.implicit(0, Asn1.sequence(Asn1.oid(Oid.HARDWARE_MODULE_NAME), Asn1.explicit(0, value)));
    }

    private static void servers(RuleCases cases) {
        cases.bad("internal.server-needs-name", names(Asn1.general(1, "a@example.org")));
        cases.good("internal.server-needs-name", names(Asn1.general(7, new byte[4])));
        cases.good(
                "internal.server-needs-name",
                names(Asn1.general(1, "a@example.org"))
                        .subject(Asn1.name(Oid.MATTER_NODE_ID, new DERUTF8String("DEDEDEDE00010001"))));
        cases.bad(
                "internal.common-name-in-alternative",
                Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("mail.example.org")));
    }
}

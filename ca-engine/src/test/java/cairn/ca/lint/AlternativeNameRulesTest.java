package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about alternative names as such: their kinds, their number, their place, and what a server needs of them. */
class AlternativeNameRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();

    private static CertificateFixture names(ASN1Encodable... names) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, new DERSequence(names));
    }

    private static ASN1Encodable module(ASN1Encodable... value) {
        return Asn1.implicit(
                0, Asn1.sequence(Asn1.oid(Oid.HARDWARE_MODULE_NAME), Asn1.explicit(0, new DERSequence(value))));
    }

    @Test
    void nineKindsAreKnownAndTheTenthIsNot() {
        for (int kind = 0; kind <= 8; kind++) {
            silent("rfc5280.alt-name-kind", names(Asn1.general(kind, new byte[] {1, 2, 3, 4})));
        }
        says(
                "rfc5280.alt-name-kind",
                names(Asn1.general(2, "a.example.org"), Asn1.general(9, "x")),
                "subjectAltName unknown alternative 2: '' has an unknown tag");
        says(
                "rfc5280.alt-name-kind",
                names(new DEROctetString(new byte[] {1})),
                "subjectAltName unknown alternative 1: '' has an unknown tag");
        says(
                "rfc5280.alt-name-kind",
                names(new DERTaggedObject(false, 0x40, 2, new DEROctetString(new byte[] {'a'}))),
                "subjectAltName unknown alternative 1: 'a' has an unknown tag");
    }

    @Test
    void emptyIsToldOfEveryKind() {
        says(
                "rfc5280.alt-name-empty",
                names(Asn1.general(1, ""), Asn1.general(2, "a"), Asn1.general(7, new byte[0])),
                "subjectAltName rfc822Name 1: '' is an empty name",
                "subjectAltName iPAddress 3: '' is an empty name");
        says(
                "rfc5280.alt-name-empty",
                names(Asn1.explicit(4, new DERSequence())),
                "subjectAltName directoryName 1: '' is an empty name");
    }

    @Test
    void aNameWithOneEmptyPartIsNotAnEmptyName() {
        silent(
                "rfc5280.alt-name-empty",
                names(Asn1.explicit(4, Asn1.sequence(new org.bouncycastle.asn1.DERSet()))),
                names(Asn1.implicit(3, Asn1.sequence(new DERSequence()))),
                names(Asn1.implicit(4, Asn1.sequence(new DERSequence(), new DERSequence()))));
    }

    @Test
    void theSameTextTwiceIsFoundWithoutRegardToCase() {
        says(
                "internal.alt-name-twice",
                names(
                        Asn1.general(2, "www.example.org"),
                        Asn1.general(2, "WWW.example.org"),
                        Asn1.general(2, "www.example.org")),
                "subjectAltName: 'WWW.example.org' occurs more than once",
                "subjectAltName: 'www.example.org' occurs more than once");
        alone(
                "internal.alt-name-twice",
                names(Asn1.general(2, "www.example.org"), Asn1.general(2, "www.example.org")),
                INTERNAL);
        silent(
                "internal.alt-name-twice",
                names(Asn1.general(2, "a.b"), Asn1.general(1, "a.b")),
                names(Asn1.general(7, new byte[4]), Asn1.general(7, new byte[4])),
                names(Asn1.general(2, ""), Asn1.general(2, "")),
                names(Asn1.general(2, "a.b")));
    }

    @Test
    void longTextsAreShortenedInTheFindingAt100Characters() {
        String hundred = "a_" + "b".repeat(98);
        says(
                "rfc1034.dns-name-underscore",
                names(Asn1.general(2, hundred), Asn1.general(2, hundred + "c")),
                "subjectAltName dNSName 1: '" + hundred + "' has an underscore",
                "subjectAltName dNSName 2: '" + hundred.substring(0, 97) + "...' has an underscore");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8, 15, 17, 32})
    void anAddressOfAnotherLengthIsFound(int length) {
        says(
                "rfc5280.address-length",
                names(Asn1.general(7, new byte[length])),
                "subjectAltName iPAddress 1: '' is not 4 or 16 octets long");
    }

    @Test
    void onlyAddressesAreMeasured() {
        silent(
                "rfc5280.address-length",
                names(Asn1.general(7, new byte[4]), Asn1.general(7, new byte[16])),
                names(Asn1.general(8, new byte[5]), Asn1.general(2, "abcde")));
        alone(
                "rfc5280.address-length",
                names(Asn1.general(2, "www.example.org"), Asn1.general(7, new byte[5])),
                INTERNAL);
    }

    @Test
    void criticalityOfBothExtensionsIsTold() {
        says(
                "rfc5280.issuer-alt-not-critical",
                Fixtures.server().extension(Oid.ISSUER_ALT_NAME, true, Fixtures.dns("a.example.org")),
                "issuerAltName: is critical");
        says(
                "rfc5280.subject-alt-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("www.example.org")),
                "subjectAltName: is critical although the subject is not empty");
        silent(
                "rfc5280.issuer-alt-not-critical",
                Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("a")));
        silent(
                "rfc5280.subject-alt-not-critical",
                Fixtures.server().extension(Oid.ISSUER_ALT_NAME, true, Fixtures.dns("a")));
    }

    @Test
    void aHardwareModuleNameIsATypeAndANumber() {
        ASN1Encodable type = Asn1.oid("1.2.3");
        ASN1Encodable number = new DEROctetString(new byte[] {1});
        String found = "subjectAltName otherName 1: '' is not a hardwareModuleName";
        silent("rfc4108.hardware-module-name", names(module(type, number)));
        says("rfc4108.hardware-module-name", names(module(type)), found);
        says("rfc4108.hardware-module-name", names(module(type, number, number)), found);
        says("rfc4108.hardware-module-name", names(module(number, type)), found);
        says("rfc4108.hardware-module-name", names(module(type, new DERUTF8String("1"))), found);
        says("rfc4108.hardware-module-name", names(module(type, new DEROctetString(new byte[0]))), found);
        says("rfc4108.hardware-module-name", names(module()), found);
    }

    @Test
    void otherNamesOfOtherTypesAreTheirOwnBusiness() {
        silent(
                "rfc4108.hardware-module-name",
                names(Asn1.implicit(
                        0, Asn1.sequence(Asn1.oid(Oid.SMTP_UTF8_MAILBOX), Asn1.explicit(0, DERNull.INSTANCE)))),
                names(Asn1.implicit(0, Asn1.sequence(Asn1.oid(Oid.HARDWARE_MODULE_NAME)))),
                names(Asn1.implicit(
                        5, Asn1.sequence(Asn1.oid(Oid.HARDWARE_MODULE_NAME), Asn1.explicit(0, DERNull.INSTANCE)))),
                names(Asn1.implicit(
                        0, Asn1.sequence(new DEROctetString(new byte[0]), Asn1.explicit(0, DERNull.INSTANCE)))),
                names(Asn1.general(0, new byte[] {1, 2, 3})));
    }

    @Test
    void aServerNeedsAHostNameAnAddressOrAUri() {
        String[] nothing = {"subjectAltName: no host name, address or URI for a TLS server"};
        says("internal.server-needs-name", names(Asn1.general(1, "a@b.org")), nothing);
        says("internal.server-needs-name", names(Asn1.general(8, new byte[] {1})), nothing);
        says("internal.server-needs-name", Fixtures.server().without(Oid.SUBJECT_ALT_NAME), nothing);
        for (int kind : new int[] {2, 6, 7}) {
            silent("internal.server-needs-name", names(Asn1.general(1, "a@b.org"), Asn1.general(kind, "abcd")));
        }
    }

    @Test
    void onlyAServerNeedsAName() {
        CertificateFixture client = Fixtures.server()
                .without(Oid.SUBJECT_ALT_NAME)
                .extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_CLIENT_AUTH));
        CertificateFixture authority =
                Fixtures.intermediate().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_SERVER_AUTH));
        CertificateFixture anything = Fixtures.server()
                .without(Oid.SUBJECT_ALT_NAME)
                .extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.ANY_EXTENDED_KEY_USAGE));
        silent("internal.server-needs-name", client, authority, anything);
        silent("internal.server-needs-name", LintContext.internal().tagged(Set.of(LintTag.MATTER_DAC)), client);
    }

    @Test
    void aHostNameInTheCommonNameIsLookedForInEveryAlternativeName() {
        String line = "subject commonName: 'www.example.org' is not among the alternative names";
        says("internal.common-name-in-alternative", names(Asn1.general(2, "example.org")), line);
        says("internal.common-name-in-alternative", Fixtures.server().without(Oid.SUBJECT_ALT_NAME), line);
        silent(
                "internal.common-name-in-alternative",
                names(Asn1.general(2, "a.example.org"), Asn1.general(2, "Www.Example.Org")));
    }

    @Test
    void aCommonNameThatIsNoHostNameNeedsNoAlternative() {
        for (String name : new String[] {"localhost", "Example Server", "www.example.org.", "", "10 0.0.1"}) {
            silent(
                    "internal.common-name-in-alternative",
                    names(Asn1.general(2, "a.example.org"))
                            .subject(Asn1.name(Oid.COMMON_NAME, new DERUTF8String(name))));
        }
        silent(
                "internal.common-name-in-alternative",
                names(Asn1.general(2, "a.example.org")).subject(new X500Name("O=www.example.org")),
                Fixtures.intermediate()
                        .subject(new X500Name("CN=www.example.org"))
                        .extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_SERVER_AUTH)));
    }

    @Test
    void theFirstCommonNameCounts() {
        ASN1Encodable two = Asn1.name(
                Oid.COMMON_NAME,
                new DERUTF8String("b.example.org"),
                Oid.COMMON_NAME,
                new DERUTF8String("c.example.org"));
        says(
                "internal.common-name-in-alternative",
                names(Asn1.general(2, "c.example.org")).subject(two),
                "subject commonName: 'b.example.org' is not among the alternative names");
        silent(
                "internal.common-name-in-alternative",
                names(Asn1.general(2, "b.example.org")).subject(two));
    }

    @Test
    void aValueThatIsNoListOfNamesGivesOneFindingAndNoName() {
        CertificateFixture number = Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, new ASN1Integer(1));
        says("rfc5280.extension-syntax", number, "subjectAltName: not a SEQUENCE");
        says("internal.server-needs-name", number, "subjectAltName: no host name, address or URI for a TLS server");
    }
}

package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.listSays;
import static cairn.ca.lint.RuleProbe.listSilent;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about the extensions of a list. */
class CrlExtensionRulesTest {
    private static final LintContext UNDER = Fixtures.underIntermediate();
    private static final String POINT = Oid.ISSUING_DISTRIBUTION_POINT;
    private static final ASN1Encodable YES = ASN1Boolean.TRUE;
    private static final ASN1Encodable KEY = Asn1.general(0, new byte[20]);
    private static final ASN1Encodable ISSUER = Asn1.implicit(1, Asn1.sequence(Asn1.explicit(4, new X500Name("CN=a"))));
    private static final ASN1Encodable SERIAL = Asn1.implicit(2, new ASN1Integer(5));

    private static CrlFixture list() {
        return new CrlFixture();
    }

    private static CrlFixture aki(ASN1Encodable... parts) {
        return list().with(Oid.AUTHORITY_KEY_IDENTIFIER, false, Asn1.sequence(parts));
    }

    private static CrlFixture point(ASN1Encodable... parts) {
        return list().with(POINT, true, Asn1.sequence(parts));
    }

    private static CrlFixture number(ASN1Encodable number) {
        return list().with(Oid.CRL_NUMBER, false, number);
    }

    @Test
    void theKeyIdentifierOfTheAuthorityIsThereAloneAndRight() {
        listSays(
                "rfc5280.crl-aki-present",
                list().without(Oid.AUTHORITY_KEY_IDENTIFIER),
                "authorityKeyIdentifier: missing");
        listSays(
                "rfc5280.crl-aki-not-critical",
                list().with(Oid.AUTHORITY_KEY_IDENTIFIER, true, Fixtures.aki()),
                "authorityKeyIdentifier: is critical");
        String[] more = {"authorityKeyIdentifier: not the key identifier alone"};
        listSays("internal.crl-aki-key-only", aki(), more);
        listSays("internal.crl-aki-key-only", aki(ISSUER, SERIAL), more);
        listSays("internal.crl-aki-key-only", aki(KEY, ISSUER), more);
        listSays("internal.crl-aki-key-only", aki(KEY, SERIAL), more);
        listSilent("internal.crl-aki-key-only", aki(KEY), list().without(Oid.AUTHORITY_KEY_IDENTIFIER));
        String[] other = {"authorityKeyIdentifier: not the issuer's subjectKeyIdentifier"};
        listSays("internal.crl-aki-match", aki(KEY), UNDER, other);
        listSilent(
                "internal.crl-aki-match",
                UNDER,
                list(),
                aki(ISSUER, SERIAL),
                list().without(Oid.AUTHORITY_KEY_IDENTIFIER));
        listSilent("internal.crl-aki-match", aki(KEY));
        LintContext without = LintContext.internal()
                .issuedBy(Fixtures.intermediate()
                        .without(Oid.SUBJECT_KEY_IDENTIFIER)
                        .certificate());
        listSilent("internal.crl-aki-match", without, aki(KEY));
    }

    @Test
    void extensionsAreThereOnceAndWithoutTheirDefault() {
        ASN1Encodable more = CrlFixture.extension("1.2.3.4", false, DERNull.INSTANCE);
        String twice = "extension 1.2.3.4: occurs more than once";
        listSays(
                "rfc5280.crl-extension-twice",
                list().whole("a", more).whole("b", more).whole("c", more),
                twice,
                twice);
        DEROctetString value = new DEROctetString(Asn1.der(DERNull.INSTANCE));
        listSays(
                "x690.crl-critical-false-encoded",
                list().whole("a", Asn1.sequence(Asn1.oid("1.2.3.4"), ASN1Boolean.FALSE, value)),
                "extension 1.2.3.4: critical FALSE is the default and must not be encoded");
        listSilent("x690.crl-critical-false-encoded", list().with("1.2.3.4", true, DERNull.INSTANCE));
        listSays(
                "rfc5280.crl-extension-list-empty",
                list().noExtensions(true),
                "crlExtensions: the list is there and empty");
        listSilent("rfc5280.crl-extension-list-empty", list().noExtensions(false), list());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.3.4", Oid.CRL_NUMBER, Oid.AUTHORITY_KEY_IDENTIFIER, Oid.FRESHEST_CRL, Oid.CERTIFICATE_ISSUER
            })
    void readersKnowOnlyTwoCriticalExtensions(String oid) {
        listSays(
                "rfc5280.crl-unknown-critical",
                list().with(oid, true, DERNull.INSTANCE),
                "extension " + oid + ": is critical: readers must not use the list to call anything good");
        listSilent("rfc5280.crl-unknown-critical", list().with(oid, false, DERNull.INSTANCE));
        listSilent(
                "rfc5280.crl-unknown-critical",
                point(Asn1.implicit(1, YES)),
                list().with(Oid.DELTA_CRL_INDICATOR, true, new ASN1Integer(1)));
    }

    @Test
    void theFormOfEachKnownExtensionIsChecked() {
        String rule = "rfc5280.crl-extension-syntax";
        listSays(rule, number(DERNull.INSTANCE), "cRLNumber: not an INTEGER");
        listSays(rule, list().whole(Oid.CRL_NUMBER, raw(Oid.CRL_NUMBER, 2, 0)), "cRLNumber: not an INTEGER");
        listSays(
                rule,
                list().whole(Oid.CRL_NUMBER, raw(Oid.CRL_NUMBER, 2, 1, 5, 0)),
                "cRLNumber: 1 bytes follow the value");
        listSays(
                rule,
                list().with(POINT, true, DERNull.INSTANCE),
                "issuingDistributionPoint: not an IssuingDistributionPoint");
        listSays(rule, point(Asn1.implicit(6, YES)), "issuingDistributionPoint: not an IssuingDistributionPoint");
        listSays(
                rule,
                point(Asn1.explicit(0, Asn1.general(2, "a"))),
                "issuingDistributionPoint: not a DistributionPointName");
        listSays(
                rule,
                list().with(Oid.AUTHORITY_KEY_IDENTIFIER, false, DERNull.INSTANCE),
                "authorityKeyIdentifier: not an AuthorityKeyIdentifier");
        listSays(
                rule,
                list().whole(Oid.AUTHORITY_KEY_IDENTIFIER, raw(Oid.AUTHORITY_KEY_IDENTIFIER, 0x30, 4, 0xA0, 2, 5, 0)),
                "authorityKeyIdentifier: a field has the tag of another type");
        listSilent(rule, list(), point(Asn1.implicit(1, YES)));
    }

    private static ASN1Encodable raw(String oid, int... octets) {
        return Asn1.sequence(Asn1.oid(oid), new DEROctetString(Asn1.raw(octets)));
    }

    @Test
    void aNumberHasTwentyOctetsAndNoSign() {
        String[] range = {"cRLNumber: negative or longer than 20 octets"};
        listSays("rfc5280.crl-number-range", number(new ASN1Integer(BigInteger.ONE.shiftLeft(159))), range);
        listSilent(
                "rfc5280.crl-number-range",
                number(new ASN1Integer(BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE))));
        listSays("rfc5280.crl-number-range", number(new ASN1Integer(-128)), range);
        listSilent("rfc5280.crl-number-range", number(new ASN1Integer(128)), number(new ASN1Integer(0)));
        listSays(
                "rfc5280.crl-number-range",
                list().with(Oid.CRL_NUMBER, true, new ASN1Integer(-1)),
                range[0],
                "cRLNumber: is critical");
        listSays("rfc5280.crl-number-present", list().without(Oid.CRL_NUMBER), "cRLNumber: missing");
        // One that cannot be read is there all the same.
        listSilent("rfc5280.crl-number-present", number(DERNull.INSTANCE));
    }

    @Test
    void aDistributionPointSaysSomethingAndHasOneScope() {
        String rule = "rfc5280.crl-idp-content";
        String words = "issuingDistributionPoint: is empty or has several scopes ";
        listSays(rule, point(), words + "[]");
        listSays(
                rule,
                point(Asn1.implicit(1, YES), Asn1.implicit(2, YES)),
                words + "[onlyContainsUserCerts, onlyContainsCACerts]");
        listSays(
                rule,
                point(Asn1.implicit(1, YES), Asn1.implicit(5, YES)),
                words + "[onlyContainsUserCerts, onlyContainsAttributeCerts]");
        ASN1Encodable no = ASN1Boolean.FALSE;
        listSilent(
                rule,
                point(Asn1.implicit(1, YES), Asn1.implicit(2, no), Asn1.implicit(5, no)),
                point(Asn1.implicit(4, YES)),
                point(Asn1.implicit(3, Fixtures.usage(1, 0x7E))),
                list());
    }

    @Test
    void aDistributionPointIsCriticalAndNotIndirect() {
        listSays(
                "rfc5280.crl-idp-critical",
                list().with(POINT, false, Asn1.sequence()),
                "issuingDistributionPoint: is not critical");
        listSilent("rfc5280.crl-idp-critical", point(), list());
        listSays("internal.crl-indirect", point(Asn1.implicit(4, YES)), "issuingDistributionPoint: an indirect list");
        listSilent(
                "internal.crl-indirect",
                point(Asn1.implicit(4, ASN1Boolean.FALSE)),
                point(Asn1.implicit(1, YES)),
                list());
    }

    @Test
    void theUrisOfADistributionPointAreAbsolute() {
        ASN1Encodable names = Asn1.explicit(
                0,
                Asn1.implicit(
                        0,
                        Asn1.sequence(
                                Asn1.general(6, "a"),
                                Asn1.general(6, "http://a/"),
                                Asn1.general(2, "b"),
                                Asn1.general(6, "x:y z"))));
        listSays(
                "rfc5280.crl-idp-uri",
                point(names),
                "issuingDistributionPoint: 'a' is not an absolute URI",
                "issuingDistributionPoint: 'x:y z' is not an absolute URI");
        listSilent("rfc5280.crl-idp-uri", point(Asn1.implicit(1, YES)), list());
    }

    @Test
    void aDeltaIsMarkedAndOlderThanItself() {
        String delta = Oid.DELTA_CRL_INDICATOR;
        listSays(
                "rfc5280.crl-delta-critical",
                list().with(delta, false, new ASN1Integer(6)),
                "deltaCRLIndicator: is not critical");
        listSilent("rfc5280.crl-delta-critical", list().with(delta, true, new ASN1Integer(6)), list());
        String[] newer = {"deltaCRLIndicator: the base is not older than the delta"};
        String rule = "rfc5280.crl-delta-base";
        listSays(rule, list().with(delta, true, new ASN1Integer(7)), newer);
        listSays(rule, list().with(delta, true, new ASN1Integer(8)), newer);
        listSays(rule, list().with(delta, true, new DERUTF8String("6")), newer);
        listSays(rule, list().whole(delta, raw(delta, 2, 0)), "deltaCRLIndicator: not a number");
        listSilent(
                rule,
                list().with(delta, true, new ASN1Integer(6)),
                list().with(delta, true, new ASN1Integer(9)).without(Oid.CRL_NUMBER),
                list().whole(delta, raw(delta)),
                list());
    }

    @Test
    void thePointerToADeltaStandsInCompleteLists() {
        String[] found = {"freshestCRL: in a delta, or critical"};
        ASN1Encodable points = Fixtures.points("http://a.org/d.crl");
        CrlFixture delta = list().with(Oid.DELTA_CRL_INDICATOR, true, new ASN1Integer(6));
        listSilent("rfc5280.crl-delta-freshest", delta, list(), list().with(Oid.FRESHEST_CRL, false, points));
        listSays("rfc5280.crl-delta-freshest", delta.with(Oid.FRESHEST_CRL, false, points), found);
        listSays("rfc5280.crl-delta-freshest", list().with(Oid.FRESHEST_CRL, true, new DERSequence()), found);
    }
}

package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;

/** Cases for certificate revocation lists. */
final class CrlCases {
    private static final DERUTCTime FROM = new DERUTCTime("260201000000Z");
    private static final DERUTCTime NEXT = new DERUTCTime("260301000000Z");
    private static final LintContext UNDER = Fixtures.underIntermediate();

    private CrlCases() {}

    static void add(RuleCases cases) {
        fields(cases);
        times(cases);
        extensions(cases);
        distributionPoints(cases);
        deltas(cases);
        entries(cases);
    }

    private static CrlFixture list() {
        return new CrlFixture();
    }

    private static void fields(RuleCases cases) {
        cases.badList("rfc5280.crl-version-2", list().version(null));
        cases.badList(
                "rfc5280.crl-signature-algorithm-match", list().outerAlgorithm(Asn1.algorithm("1.2.840.10045.4.3.3")));
        cases.badList("internal.crl-signature-digest", list().signedWith(Asn1.algorithm("1.2.840.10045.4.1")));
        cases.badList("rfc5280.crl-issuer-not-empty", list().issuer(new DERSequence()));
        cases.badList("internal.crl-issuer-name-bytes", list().issuer(new X500Name("CN=issuing,O=Example")), UNDER);
        cases.badList(
                "internal.crl-issuer-may-sign",
                list(),
                LintContext.internal()
                        .issuedBy(Fixtures.intermediate()
                                .extension(Oid.KEY_USAGE, true, Fixtures.usage(2, 0x04))
                                .certificate()));
        cases.badList("rfc5280.crl-revoked-empty", list().entries());
        cases.goodList("rfc5280.crl-revoked-empty", list().noEntries(), UNDER);
    }

    private static void times(RuleCases cases) {
        cases.badList("rfc5280.crl-times", list().updates(new ASN1UTCTime("2602010000Z"), NEXT));
        cases.badList("rfc5280.crl-times", list().updates(FROM, new DERGeneralizedTime("20260301000000Z")));
        cases.badList("rfc5280.crl-next-update-present", list().updates(FROM, null));
        cases.badList("rfc5280.crl-next-update-order", list().updates(NEXT, FROM));
        cases.badList("internal.crl-next-update-year", list().updates(FROM, new DERUTCTime("270203000000Z")));
        cases.goodList("internal.crl-next-update-year", list().updates(FROM, new DERUTCTime("270201000000Z")), UNDER);
        cases.badList("internal.crl-within-issuer", list().updates(FROM, new DERUTCTime("350101000001Z")), UNDER);
        cases.badList("internal.crl-within-issuer", list().updates(new DERUTCTime("241231000000Z"), NEXT), UNDER);
    }

    private static void extensions(RuleCases cases) {
        cases.badList(
                "rfc5280.crl-extension-twice",
                list().whole("second", CrlFixture.extension(Oid.CRL_NUMBER, false, new ASN1Integer(8))));
        cases.badList("rfc5280.crl-extension-list-empty", list().noExtensions(true));
        cases.badList("rfc5280.crl-extension-syntax", list().with(Oid.CRL_NUMBER, false, DERNull.INSTANCE));
        cases.badList(
                "x690.crl-critical-false-encoded",
                list().whole(
                                Oid.CRL_NUMBER,
                                Asn1.sequence(
                                        Asn1.oid(Oid.CRL_NUMBER),
                                        ASN1Boolean.FALSE,
                                        new DEROctetString(Asn1.der(new ASN1Integer(7))))));
        cases.badList("rfc5280.crl-unknown-critical", list().with("1.2.3.4", true, DERNull.INSTANCE));
        cases.badList("rfc5280.crl-number-present", list().without(Oid.CRL_NUMBER));
        cases.badList(
                "rfc5280.crl-number-range",
                list().with(Oid.CRL_NUMBER, false, new ASN1Integer(BigInteger.ONE.shiftLeft(159))));
        cases.badList("rfc5280.crl-number-range", list().with(Oid.CRL_NUMBER, false, new ASN1Integer(-1)));
        cases.badList("rfc5280.crl-number-range", list().with(Oid.CRL_NUMBER, true, new ASN1Integer(7)));
        cases.badList("rfc5280.crl-aki-present", list().without(Oid.AUTHORITY_KEY_IDENTIFIER));
        cases.badList("rfc5280.crl-aki-not-critical", list().with(Oid.AUTHORITY_KEY_IDENTIFIER, true, Fixtures.aki()));
        cases.badList(
                "internal.crl-aki-key-only",
                list().with(Oid.AUTHORITY_KEY_IDENTIFIER, false, Asn1.sequence(Asn1.implicit(2, new ASN1Integer(5)))));
        cases.badList(
                "internal.crl-aki-match",
                list().with(
                                Oid.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Asn1.sequence(Asn1.implicit(0, new DEROctetString(new byte[20])))),
                UNDER);
    }

    private static ASN1Encodable point(String uri) {
        return Asn1.explicit(0, Asn1.implicit(0, Asn1.sequence(Asn1.general(6, uri))));
    }

    private static void distributionPoints(RuleCases cases) {
        String oid = Oid.ISSUING_DISTRIBUTION_POINT;
        String uri = "http://pki.example.org/a.crl";
        ASN1Encodable yes = ASN1Boolean.TRUE;
        cases.badList("rfc5280.crl-idp-critical", list().with(oid, false, Asn1.sequence(point(uri))));
        cases.badList("rfc5280.crl-idp-content", list().with(oid, true, new DERSequence()));
        cases.badList(
                "rfc5280.crl-idp-content",
                list().with(oid, true, Asn1.sequence(Asn1.implicit(1, yes), Asn1.implicit(2, yes))));
        cases.goodList(
                "rfc5280.crl-idp-content",
                list().with(oid, true, Asn1.sequence(point(uri), Asn1.implicit(2, yes))),
                UNDER);
        cases.badList("rfc5280.crl-idp-uri", list().with(oid, true, Asn1.sequence(point("localhost"))));
        cases.badList(
                "internal.crl-indirect", list().with(oid, true, Asn1.sequence(point(uri), Asn1.implicit(4, yes))));
    }

    private static void deltas(RuleCases cases) {
        ASN1Encodable six = new ASN1Integer(6);
        ASN1Encodable points = Fixtures.points("http://pki.example.org/delta.crl");
        cases.badList("rfc5280.crl-delta-critical", list().with(Oid.DELTA_CRL_INDICATOR, false, six));
        cases.badList(
                "rfc5280.crl-delta-freshest",
                list().with(Oid.DELTA_CRL_INDICATOR, true, six).with(Oid.FRESHEST_CRL, false, points));
        cases.badList("rfc5280.crl-delta-freshest", list().with(Oid.FRESHEST_CRL, true, points));
        cases.goodList("rfc5280.crl-delta-freshest", list().with(Oid.FRESHEST_CRL, false, points), UNDER);
        cases.badList("rfc5280.crl-delta-base", list().with(Oid.DELTA_CRL_INDICATOR, true, new ASN1Integer(7)));
        cases.goodList("rfc5280.crl-delta-base", list().with(Oid.DELTA_CRL_INDICATOR, true, six), UNDER);
        CrlFixture removal = list().entryWith(Oid.REASON_CODE, false, CrlFixture.reason(8));
        cases.badList("rfc5280.crl-entry-remove", removal);
        cases.goodList(
                "rfc5280.crl-entry-remove",
                list().entryWith(Oid.REASON_CODE, false, CrlFixture.reason(8)).with(Oid.DELTA_CRL_INDICATOR, true, six),
                UNDER);
    }

    private static void entries(RuleCases cases) {
        BigInteger serial = BigInteger.valueOf(0x1234567);
        ASN1Encodable one = CrlFixture.entry(serial, "260115120000Z");
        cases.badList("rfc5280.crl-serial-twice", list().entries(one, CrlFixture.entry(serial, "260115120001Z")));
        cases.badList("rfc5280.crl-entry-serial", list().entries(CrlFixture.entry(BigInteger.ZERO, "260115120000Z")));
        cases.badList(
                "rfc5280.crl-entry-serial",
                list().entries(CrlFixture.entry(BigInteger.ONE.shiftLeft(160), "260115120000Z")));
        cases.badList("rfc5280.crl-entry-time", list().entries(CrlFixture.entry(serial, "2601151200Z")));
        cases.badList("rfc5280.crl-entry-after-list", list().entries(CrlFixture.entry(serial, "260201000001Z")));
        cases.goodList(
                "rfc5280.crl-entry-after-list", list().entries(CrlFixture.entry(serial, "260201000000Z")), UNDER);
        cases.badList("internal.crl-entry-too-early", list().entries(CrlFixture.entry(serial, "981231235959Z")));
        for (int code : new int[] {7, 11}) {
            cases.badList(
                    "rfc5280.crl-entry-reason-known",
                    list().entryWith(Oid.REASON_CODE, false, CrlFixture.reason(code)));
        }
        cases.badList("rfc5280.crl-entry-reason-known", list().entryWith(Oid.REASON_CODE, false, new ASN1Integer(1)));
        cases.goodList(
                "rfc5280.crl-entry-reason-known",
                list().entryWith(Oid.REASON_CODE, false, CrlFixture.reason(10)),
                UNDER);
        cases.badList(
                "rfc5280.crl-entry-reason-unspecified", list().entryWith(Oid.REASON_CODE, false, CrlFixture.reason(0)));
        cases.badList("rfc5280.crl-entry-unknown-critical", list().entryWith("1.2.3.4", true, DERNull.INSTANCE));
        cases.badList(
                "rfc5280.crl-entry-extension-list-empty",
                list().entries(Asn1.sequence(
                        new ASN1Integer(serial), new DERUTCTime("260115120000Z"), new DERSequence())));
        cases.badList(
                "rfc5280.crl-entry-invalidity-date",
                list().entryWith(Oid.INVALIDITY_DATE, false, new DERUTCTime("260115120000Z")));
        cases.goodList(
                "rfc5280.crl-entry-invalidity-date",
                list().entryWith(Oid.INVALIDITY_DATE, false, new DERGeneralizedTime("20260115120000Z")),
                UNDER);
        cases.badList(
                "rfc5280.crl-entry-certificate-issuer",
                list().entryWith(Oid.CERTIFICATE_ISSUER, true, new DERSequence()));
    }
}

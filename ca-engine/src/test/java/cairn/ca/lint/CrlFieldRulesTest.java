package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.listSays;
import static cairn.ca.lint.RuleProbe.listSilent;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about the fields of a list: version, algorithms, issuer and times. */
class CrlFieldRulesTest {
    private static final LintContext UNDER = Fixtures.underIntermediate();
    private static final DERUTCTime FROM = new DERUTCTime("260201000000Z");

    private static CrlFixture list() {
        return new CrlFixture();
    }

    private static LintContext under(CertificateFixture issuer) {
        return LintContext.internal().issuedBy(issuer.certificate());
    }

    @Test
    void aListHasVersion2() {
        listSays("rfc5280.crl-version-2", list().version(null), "version: version 1");
        listSays("rfc5280.crl-version-2", list().version(new ASN1Integer(0)), "version: version 1");
        listSays("rfc5280.crl-version-2", list().version(new ASN1Integer(2)), "version: version 3");
        listSays(
                "rfc5280.crl-version-2",
                list().version(new ASN1Integer(BigInteger.ONE.shiftLeft(33))),
                "version: version 11");
        listSilent("rfc5280.crl-version-2", list());
    }

    @Test
    void bothAlgorithmFieldsAreComparedWithTheirParameters() {
        String[] found = {"signatureAlgorithm: not the octets of tbsCertList.signature"};
        ASN1Encodable withNull = Asn1.algorithm(Oid.ECDSA_WITH_SHA256, DERNull.INSTANCE);
        listSays("rfc5280.crl-signature-algorithm-match", list().outerAlgorithm(withNull), found);
        listSilent("rfc5280.crl-signature-algorithm-match", list().signedWith(withNull));
    }

    @Test
    void theIssuerHasANameAndItIsTheAuthoritys() {
        listSays("rfc5280.crl-issuer-not-empty", list().issuer(new DERSequence()), "issuer: the name is empty");
        listSays(
                "rfc5280.crl-issuer-not-empty",
                list().issuer(Asn1.sequence(new DERSet())),
                "issuer: the name is empty");
        String[] found = {"issuer: not the octets of the authority's subject"};
        listSays("internal.crl-issuer-name-bytes", list().issuer(new X500Name("O=Example,CN=Issuing")), UNDER, found);
        ASN1Encodable printable = Asn1.name(
                Oid.COMMON_NAME, new DERPrintableString("Issuing"), Oid.ORGANIZATION, new DERUTF8String("Example"));
        listSays("internal.crl-issuer-name-bytes", list().issuer(printable), UNDER, found);
        listSilent("internal.crl-issuer-name-bytes", list().issuer(printable), list());
        listSilent("internal.crl-issuer-name-bytes", UNDER, list());
    }

    @Test
    void theIssuerMaySignLists() {
        String[] found = {"issuer: the issuer's keyUsage does not let it sign lists"};
        CertificateFixture certificates =
                Fixtures.intermediate().extension(Oid.KEY_USAGE, true, Fixtures.usage(2, 0x04));
        listSays("internal.crl-issuer-may-sign", list(), under(certificates), found);
        CertificateFixture lists = Fixtures.intermediate().extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0x02));
        listSilent("internal.crl-issuer-may-sign", under(lists), list());
        listSilent("internal.crl-issuer-may-sign", under(Fixtures.intermediate().without(Oid.KEY_USAGE)), list());
        listSilent("internal.crl-issuer-may-sign", list());
    }

    @Test
    void timesAreWrittenAsTheProfileSays() {
        String words = "' is not in the form of the profile";
        for (String time : new String[] {"2602010000Z", "260201010000+0100", "2602010100-0100"}) {
            listSays(
                    "rfc5280.crl-times",
                    list().updates(new ASN1UTCTime(time), new ASN1UTCTime(time)),
                    "thisUpdate: '" + time + words,
                    "nextUpdate: '" + time + words);
        }
        for (String time : new String[] {"20260201000000Z", "20491231235959Z", "20510101000000.5Z", "20510101000000"}) {
            listSays(
                    "rfc5280.crl-times",
                    list().updates(FROM, new ASN1GeneralizedTime(time)),
                    "nextUpdate: '" + time + words);
        }
        listSilent(
                "rfc5280.crl-times",
                list().updates(FROM, new DERGeneralizedTime("20500101000000Z")),
                list().updates(FROM, new DERUTCTime("491231235959Z")),
                list().updates(FROM, null));
    }

    @Test
    void aTextInPlaceOfATimeIsFound() {
        listSays(
                "rfc5280.crl-times",
                list().updates(new DERUTF8String("260201000000Z"), null),
                "thisUpdate: '260201000000Z' is not in the form of the profile");
        listSays(
                "rfc5280.crl-times",
                list().updates(new DERPrintableString("20510201000000Z"), null),
                "thisUpdate: '20510201000000Z' is not in the form of the profile");
    }

    @Test
    void theNextListIsAnnouncedAndComesLater() {
        listSays("rfc5280.crl-next-update-present", list().updates(FROM, null), "nextUpdate: missing");
        listSilent("rfc5280.crl-next-update-order", list().updates(FROM, null), list().updates(FROM, FROM));
        listSays(
                "rfc5280.crl-next-update-order",
                list().updates(FROM, new DERUTCTime("260131235959Z")),
                "nextUpdate: 2026-01-31T23:59:59Z is before thisUpdate 2026-02-01T00:00:00Z");
        listSilent("rfc5280.crl-next-update-order", list().updates(DERNull.INSTANCE, FROM));
    }

    @ParameterizedTest
    @CsvSource({
        "260201000000Z, 270202000000Z, false",
        "260201000000Z, 270202000001Z, true",
        "270101000000Z, 280101000000Z, false"
    })
    void aYearHas366DaysAtMost(String from, String until, boolean tooLong) {
        CrlFixture tried = list().updates(new DERUTCTime(from), new DERUTCTime(until));
        String[] found = {"nextUpdate: more than twelve months after thisUpdate"};
        listSays("internal.crl-next-update-year", tried, tooLong ? found : new String[0]);
        listSilent("internal.crl-next-update-year", list().updates(FROM, null), list().updates(DERNull.INSTANCE, FROM));
    }

    @Test
    void theTimesLieWithinTheIssuersLife() {
        DERUTCTime start = new DERUTCTime("250101000000Z");
        DERUTCTime end = new DERUTCTime("350101000000Z");
        listSilent("internal.crl-within-issuer", UNDER, list().updates(start, end), list().updates(start, null));
        listSays(
                "internal.crl-within-issuer",
                list().updates(new DERUTCTime("241231235959Z"), new DERUTCTime("350101000001Z")),
                UNDER,
                "thisUpdate: 2024-12-31T23:59:59Z is before the issuer's 2025-01-01T00:00:00Z",
                "nextUpdate: 2035-01-01T00:00:01Z is after the issuer's 2035-01-01T00:00:00Z");
        listSilent(
                "internal.crl-within-issuer",
                list().updates(new DERUTCTime("500101000000Z"), new DERGeneralizedTime("99991231235959Z")));
    }

    @Test
    void withNothingRevokedTheListOfEntriesIsAbsent() {
        listSays("rfc5280.crl-revoked-empty", list().entries(), "revokedCertificates: is there and empty");
        listSilent("rfc5280.crl-revoked-empty", list(), list().noEntries());
    }
}

package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.listSays;
import static cairn.ca.lint.RuleProbe.listSilent;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about each entry of a list. */
class CrlEntryRulesTest {
    private static final String TIME = "260115120000Z";
    private static final ASN1Encodable INDIRECT = Asn1.sequence(Asn1.implicit(4, ASN1Boolean.TRUE));

    private static CrlFixture list() {
        return new CrlFixture();
    }

    private static CrlFixture serial(BigInteger serial) {
        return list().entries(CrlFixture.entry(serial, TIME));
    }

    private static CrlFixture at(ASN1Encodable time) {
        return list().entries(Asn1.sequence(new ASN1Integer(77), time));
    }

    private static CrlFixture reason(ASN1Encodable code) {
        return list().entryWith(Oid.REASON_CODE, false, code);
    }

    @Test
    void aSerialNumberIsPositiveAndHasTwentyOctets() {
        String rule = "rfc5280.crl-entry-serial";
        String words = ": not a serial number that an authority gives";
        listSays(rule, serial(BigInteger.ZERO), "entry 00" + words);
        listSays(rule, serial(BigInteger.ONE.negate()), "entry ff" + words);
        listSays(rule, serial(BigInteger.ONE.shiftLeft(159)), "entry 0080" + "00".repeat(19) + words);
        ASN1Encodable octets = Asn1.sequence(new DEROctetString(new byte[] {1}), new DERUTCTime(TIME));
        listSays(rule, list().entries(octets), "entry 01" + words);
        listSilent(
                rule,
                serial(BigInteger.ONE),
                serial(BigInteger.valueOf(128)),
                serial(BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE)));
    }

    @Test
    void aDateIsWrittenAsTheProfileSays() {
        String rule = "rfc5280.crl-entry-time";
        String words = "' is not in the form of the profile";
        listSays(rule, at(new ASN1UTCTime("2601151200Z")), "entry 4d: '2601151200Z" + words);
        listSays(rule, at(new DERGeneralizedTime("20260115120000Z")), "entry 4d: '20260115120000Z" + words);
        listSays(rule, at(DERNull.INSTANCE), "entry 4d: '" + words);
        listSilent(rule, at(new DERUTCTime(TIME)), at(new DERGeneralizedTime("20500101000000Z")));
    }

    @Test
    void aDateIsNotAfterTheList() {
        String rule = "rfc5280.crl-entry-after-list";
        listSays(
                rule,
                at(new DERUTCTime("260201000001Z")),
                "entry 4d: revoked at 2026-02-01T00:00:01Z, after thisUpdate 2026-02-01T00:00:00Z");
        listSilent(rule, at(new DERUTCTime("260201000000Z")), at(DERNull.INSTANCE), list().noEntries());
    }

    @Test
    void aDateIsNotOlderThanTheProfile() {
        listSays(
                "internal.crl-entry-too-early",
                at(new DERUTCTime("981231235959Z")),
                "entry 4d: revoked at 1998-12-31T23:59:59Z");
        listSilent("internal.crl-entry-too-early", at(new DERUTCTime("990101000000Z")), at(DERNull.INSTANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 11, 12, 127})
    void otherReasonsAreNotKnown(int code) {
        listSays("rfc5280.crl-entry-reason-known", reason(CrlFixture.reason(code)), "entry 4d: reason code " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 8, 9, 10})
    void theReasonsOfTheClauseAreKnown(int code) {
        listSilent("rfc5280.crl-entry-reason-known", reason(CrlFixture.reason(code)));
        String[] left = {"entry 4d: reason code unspecified"};
        listSays(
                "rfc5280.crl-entry-reason-unspecified",
                reason(CrlFixture.reason(code)),
                code == 0 ? left : new String[0]);
        String[] removed = {"entry 4d: removeFromCRL in a complete list"};
        listSays("rfc5280.crl-entry-remove", reason(CrlFixture.reason(code)), code == 8 ? removed : new String[0]);
        CrlFixture delta = reason(CrlFixture.reason(code)).with(Oid.DELTA_CRL_INDICATOR, true, new ASN1Integer(6));
        listSilent("rfc5280.crl-entry-remove", delta);
    }

    @Test
    void aReasonThatCannotBeReadIsFound() {
        String[] found = {"entry 4d: a reason code that cannot be read"};
        String rule = "rfc5280.crl-entry-reason-known";
        listSays(rule, reason(new ASN1Integer(1)), found);
        listSays(rule, reason(new ASN1Enumerated(300)), found);
        ASN1Encodable broken = Asn1.sequence(Asn1.oid(Oid.REASON_CODE), new DEROctetString(new byte[] {10, 1}));
        CrlFixture cut = list().entries(CrlFixture.entry(BigInteger.valueOf(77), TIME, broken));
        listSays(rule, cut, found);
        listSilent("rfc5280.crl-entry-reason-unspecified", cut);
        listSilent(rule, serial(BigInteger.ONE));
    }

    @Test
    void criticalExtensionsOfAnEntryAreKnown() {
        String rule = "rfc5280.crl-entry-unknown-critical";
        for (String oid : new String[] {"1.2.3.4", Oid.REASON_CODE, Oid.INVALIDITY_DATE}) {
            listSays(
                    rule, list().entryWith(oid, true, DERNull.INSTANCE), "entry 4d: extension " + oid + " is critical");
            listSilent(rule, list().entryWith(oid, false, DERNull.INSTANCE));
        }
        listSilent(rule, list().entryWith(Oid.CERTIFICATE_ISSUER, true, DERNull.INSTANCE));
    }

    @Test
    void aListOfExtensionsOfAnEntryHoldsOne() {
        ASN1Encodable hollow = Asn1.sequence(new ASN1Integer(77), new DERUTCTime(TIME), new DERSequence());
        listSays(
                "rfc5280.crl-entry-extension-list-empty",
                list().entries(hollow),
                "entry 4d: the list of extensions is there and empty");
        listSilent("rfc5280.crl-entry-extension-list-empty", serial(BigInteger.ONE), reason(CrlFixture.reason(1)));
    }

    @Test
    void anInvalidityDateIsAGeneralizedTime() {
        String rule = "rfc5280.crl-entry-invalidity-date";
        String[] found = {"entry 4d: invalidityDate is not a GeneralizedTime"};
        listSays(rule, list().entryWith(Oid.INVALIDITY_DATE, false, new DERUTCTime(TIME)), found);
        ASN1Encodable broken = Asn1.sequence(Asn1.oid(Oid.INVALIDITY_DATE), new DEROctetString(new byte[0]));
        listSays(rule, list().entries(CrlFixture.entry(BigInteger.valueOf(77), TIME, broken)), found);
        listSilent(
                rule, list().entryWith(Oid.INVALIDITY_DATE, false, new DERGeneralizedTime("20260115120000Z")), list());
    }

    @Test
    void anotherIssuerIsNamedOnlyInAnIndirectListAndCritically() {
        String rule = "rfc5280.crl-entry-certificate-issuer";
        String[] found = {"entry 4d: certificateIssuer is not critical, or the list is not indirect"};
        listSays(rule, list().entryWith(Oid.CERTIFICATE_ISSUER, true, DERNull.INSTANCE), found);
        CrlFixture quiet = list().entryWith(Oid.CERTIFICATE_ISSUER, false, DERNull.INSTANCE);
        listSays(rule, quiet.with(Oid.ISSUING_DISTRIBUTION_POINT, true, INDIRECT), found);
        CrlFixture proper = list().entryWith(Oid.CERTIFICATE_ISSUER, true, DERNull.INSTANCE);
        listSilent(rule, proper.with(Oid.ISSUING_DISTRIBUTION_POINT, true, INDIRECT), list());
    }

    @Test
    void aRepeatedSerialNumberIsToldForEachRepetition() {
        String rule = "rfc5280.crl-serial-twice";
        ASN1Encodable one = CrlFixture.entry(BigInteger.valueOf(0x1234), TIME);
        ASN1Encodable other = CrlFixture.entry(BigInteger.valueOf(0x1235), TIME);
        String line = "entry 1234: occurs more than once";
        listSays(rule, list().entries(one, other, one), line);
        listSays(rule, list().entries(one, one, other, one), line, line);
        listSays(rule, list().entries(other, other, one, one), "entry 1235: occurs more than once", line);
        listSilent(rule, list().entries(one, other), list().entries(one), list().noEntries());
        listSilent(rule, list().entries(one, one).with(Oid.ISSUING_DISTRIBUTION_POINT, true, INDIRECT));
        ASN1Encodable user = Asn1.sequence(Asn1.implicit(1, ASN1Boolean.TRUE));
        listSays(rule, list().entries(one, one).with(Oid.ISSUING_DISTRIBUTION_POINT, true, user), line);
    }

    @Test
    void repetitionsAreFoundAmongMoreThanAThousandEntries() {
        List<ASN1Encodable> entries = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            entries.add(CrlFixture.entry(BigInteger.valueOf(100_000L + i), TIME));
        }
        listSilent("rfc5280.crl-serial-twice", list().entries(entries.toArray(ASN1Encodable[]::new)));
        entries.add(entries.get(3));
        listSays(
                "rfc5280.crl-serial-twice",
                list().entries(entries.toArray(ASN1Encodable[]::new)),
                "entry " + Integer.toHexString(100_003).replaceAll("^(.(..)*)$", "0$1") + ": occurs more than once");
    }

    @Test
    void eachEntryIsToldOfWithItsOwnNumber() {
        ASN1Encodable early = CrlFixture.entry(BigInteger.valueOf(0x0A), "980101000000Z");
        ASN1Encodable good = CrlFixture.entry(BigInteger.valueOf(0x0B), TIME);
        ASN1Encodable earlier = CrlFixture.entry(BigInteger.valueOf(0xF0), "970101000000Z");
        listSays(
                "internal.crl-entry-too-early",
                list().entries(early, good, earlier),
                "entry 0a: revoked at 1998-01-01T00:00:00Z",
                "entry 00f0: revoked at 1997-01-01T00:00:00Z");
    }
}

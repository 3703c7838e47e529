package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;

/** The rules about version, serial number, signature algorithm, validity and unique identifiers. */
class CertificateFieldRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final ASN1Encodable START = new DERUTCTime("260101000000Z");

    private static CertificateFixture version(int encoded) {
        return Fixtures.server().version(Asn1.explicit(0, new ASN1Integer(encoded)));
    }

    private static CertificateFixture serial(BigInteger serial) {
        return Fixtures.server().serial(serial);
    }

    private static CertificateFixture until(ASN1Encodable end) {
        return Fixtures.server().validity(START, end);
    }

    @Test
    void extensionsNeedVersion3() {
        says("rfc5280.version-3", Fixtures.server().version(null), "version: version 1 with extensions");
        says("rfc5280.version-3", version(1), "version: version 2 with extensions");
        says("rfc5280.version-3", version(3), "version: version 4 with extensions");
        says("rfc5280.version-3", version(3).noExtensions(false), "version: there is no version 4");
        silent(
                "rfc5280.version-3",
                version(2),
                version(1).noExtensions(false),
                version(0).noExtensions(false));
        says("rfc5280.version-3", version(1).noExtensions(true), "version: version 2 with extensions");
    }

    @Test
    void aVersionBeyondEveryNumberIsStillANumber() {
        BigInteger huge = BigInteger.ONE.shiftLeft(40);
        says(
                "internal.version-3",
                Fixtures.server().version(Asn1.explicit(0, new ASN1Integer(huge))),
                "version: version 11");
        says("internal.version-3", version(-2), "version: version -1");
    }

    @Test
    void anAuthorityOfItsOwnIssuesVersion3Only() {
        says("internal.version-3", version(1).noExtensions(false), "version: version 2");
        silent("internal.version-3", version(2).noExtensions(false));
    }

    @Test
    void uniqueIdentifiersNeedVersion2() {
        ASN1Encodable bits = new DERBitString(new byte[] {1});
        for (int number : new int[] {1, 2}) {
            says(
                    "internal.no-unique-identifiers",
                    Fixtures.server().behindKey(Asn1.implicit(number, bits)),
                    "issuerUniqueID, subjectUniqueID: a unique identifier is present");
            says(
                    "rfc5280.unique-identifier-version",
                    Fixtures.server().behindKey(Asn1.implicit(number, bits)).version(null),
                    "issuerUniqueID, subjectUniqueID: unique identifiers in a certificate of version 1");
            silent(
                    "rfc5280.unique-identifier-version",
                    version(1).behindKey(Asn1.implicit(number, bits)),
                    version(2).behindKey(Asn1.implicit(number, bits)));
        }
        silent(
                "rfc5280.unique-identifier-version",
                Fixtures.server().version(null).noExtensions(false));
        alone("internal.no-unique-identifiers", Fixtures.server().behindKey(Asn1.implicit(1, bits)), INTERNAL);
    }

    @Test
    void aSerialNumberIsPositive() {
        says("rfc5280.serial-positive", serial(BigInteger.ZERO), "serialNumber: the serial number is zero");
        says("rfc5280.serial-positive", serial(BigInteger.ONE.negate()), "serialNumber: the serial number is negative");
        says(
                "rfc5280.serial-positive",
                Fixtures.server().serial(Asn1.read(Asn1.raw(2, 2, 0xFF, 0x00))),
                "serialNumber: the serial number is negative");
        silent("rfc5280.serial-positive", serial(BigInteger.valueOf(0x7F)), serial(BigInteger.valueOf(0x80)));
    }

    @Test
    void aSerialNumberHasTwentyOctetsAtMostAndEightRandomOnes() {
        says("rfc5280.serial-length", serial(BigInteger.ONE.shiftLeft(159)), "serialNumber: 21 octets");
        silent("rfc5280.serial-length", serial(BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE)));
        alone("rfc5280.serial-length", serial(BigInteger.ONE.shiftLeft(159)), INTERNAL);
        String few = "serialNumber: only 7 octets, too few for 64 random bits";
        says("internal.serial-entropy", serial(BigInteger.ONE.shiftLeft(55)), few);
        says("internal.serial-entropy", serial(BigInteger.ONE.shiftLeft(48)), few);
        silent("internal.serial-entropy", serial(BigInteger.ONE.shiftLeft(56)), serial(BigInteger.ONE.shiftLeft(62)));
        alone("internal.serial-entropy", serial(BigInteger.ONE.shiftLeft(55)), INTERNAL);
    }

    @Test
    void bothAlgorithmFieldsAreComparedWithTheirParameters() {
        String[] found = {"signatureAlgorithm: not the octets of tbsCertificate.signature"};
        ASN1Encodable withNull = Asn1.algorithm(Oid.ECDSA_WITH_SHA256, DERNull.INSTANCE);
        says("rfc5280.signature-algorithm-match", Fixtures.server().outerAlgorithm(withNull), found);
        ASN1Encodable sha384 = Asn1.algorithm("1.2.840.10045.4.3.3");
        says("rfc5280.signature-algorithm-match", Fixtures.server().outerAlgorithm(sha384), found);
        alone("rfc5280.signature-algorithm-match", Fixtures.server().outerAlgorithm(sha384), INTERNAL);
        silent("rfc5280.signature-algorithm-match", Fixtures.server().signedWith(withNull));
    }

    @Test
    void aTimeEndsInZ() {
        says(
                "rfc5280.time-zulu",
                Fixtures.server().validity(new ASN1UTCTime("260101010000+0100"), new ASN1UTCTime("270101010000+0100")),
                "notBefore: '260101010000+0100' does not end in Z",
                "notAfter: '270101010000+0100' does not end in Z");
        says(
                "rfc5280.time-zulu",
                until(0x17, "270101000000z"),
                INTERNAL,
                "notAfter: '270101000000z' does not end in Z");
    }

    /** Ends at a time whose characters no library would write. */
    private static byte[] until(int tag, String characters) {
        byte[] text = Asn1.der(new DERUTF8String(characters));
        byte[] time = text.clone();
        time[0] = (byte) tag;
        return Asn1.patch(until(new DERUTF8String(characters)).der(), text, time);
    }

    @Test
    void aTimeHasSecondsAndNoFraction() {
        for (String time : new String[] {"2701010000Z", "27010100000Z", "270101000000.5Z", "270101000000,5Z"}) {
            says(
                    "rfc5280.time-seconds",
                    until(0x17, time),
                    INTERNAL,
                    "notAfter: '" + time + "' is not written to the whole second");
        }
        for (String time : new String[] {"205101010000Z", "20510101000000.5Z", "20510101000000,5Z", "2051010100Z"}) {
            says(
                    "rfc5280.time-seconds",
                    until(0x18, time),
                    INTERNAL,
                    "notAfter: '" + time + "' is not written to the whole second");
        }
        silent("rfc5280.time-seconds", until(new DERGeneralizedTime("20510101000000Z")), until(START));
    }

    @Test
    void theFormChangesWithTheYear2050() {
        String before = "' is before 2050 and must be a UTCTime";
        says(
                "rfc5280.time-type",
                Fixtures.server()
                        .validity(new DERGeneralizedTime("20260101000000Z"), new DERGeneralizedTime("20491231235959Z")),
                "notBefore: '20260101000000Z" + before,
                "notAfter: '20491231235959Z" + before);
        alone("rfc5280.time-type", until(new DERGeneralizedTime("20491231235959Z")), INTERNAL);
        says(
                "rfc5280.time-type",
                until(new DERUTF8String("270101000000Z")),
                "notAfter: neither a UTCTime nor a GeneralizedTime");
        silent(
                "rfc5280.time-type",
                until(new DERGeneralizedTime("20500101000000Z")),
                until(new DERUTCTime("491231235959Z")));
        says("rfc5280.time-type", until(0x18, "20261301000000Z"), INTERNAL);
    }

    @Test
    void aTimeIsADayOfTheCalendar() {
        for (String time : new String[] {
            "270229000000Z",
            "270431000000Z",
            "270100000000Z",
            "270101240000Z",
            "270101006000Z",
            "270101000060Z",
            "2701Z"
        }) {
            says("rfc5280.time-readable", until(0x17, time), INTERNAL, "notAfter: '" + time + "' is no date and time");
        }
        silent("rfc5280.time-readable", until(new DERUTCTime("280229235959Z")));
        says("rfc5280.time-readable", until(0x17, "2701010000Z"), INTERNAL);
    }

    @Test
    void theEndIsNotBeforeTheStart() {
        says(
                "rfc5280.validity-order",
                until(new DERUTCTime("251231235959Z")),
                "validity: ends 2025-12-31T23:59:59Z, before it starts 2026-01-01T00:00:00Z");
        alone("rfc5280.validity-order", until(new DERUTCTime("251231235959Z")), INTERNAL);
        silent("rfc5280.validity-order", until(START), until(new DERUTCTime("260101000001Z")));
        says("rfc5280.validity-order", until(0x17, "2513Z"), INTERNAL);
    }
}

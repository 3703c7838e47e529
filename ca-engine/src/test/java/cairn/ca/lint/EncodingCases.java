package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;

/** Cases for the fields of a certificate and their encoding. */
final class EncodingCases {
    private static final DERUTCTime START = new DERUTCTime("260101000000Z");

    private EncodingCases() {}

    static void add(RuleCases cases) {
        octets(cases);
        fields(cases);
        times(cases);
        extensions(cases);
    }

    private static void octets(RuleCases cases) {
        cases.bad("x690.readable", new byte[] {0x30, 3, 2, 1}, LintContext.internal());
        cases.bad("x690.readable", new byte[] {0x30, (byte) 0x80, 0, 0}, LintContext.internal());
        cases.bad("x690.readable", Asn1.der(DERNull.INSTANCE), LintContext.internal());
        cases.bad(
                "x690.primitive-encoding",
                Asn1.patch(Fixtures.root().der(), Asn1.raw(0x30, 3, 1, 1, 0xFF), Asn1.raw(0x30, 3, 1, 1, 0x01)),
                LintContext.internal());
        cases.bad(
                "x690.primitive-encoding",
                Fixtures.server()
                        .serial(Asn1.read(Asn1.raw(2, 9, 0x12, 1, 2, 3, 4, 5, 6, 7, 8)))
                        .extension(Oid.KEY_USAGE, true, Asn1.read(Asn1.raw(3, 2, 0, 0x80)))
                        .rawExtension(Oid.INHIBIT_ANY_POLICY, true, Asn1.raw(2, 2, 0, 1))
                        .der(),
                LintContext.internal());
        cases.bad("x690.primitive-encoding", Fixtures.server().rawExtension("1.2.3.4", false, Asn1.raw(5, 1, 0)));
        cases.bad("x690.primitive-encoding", Fixtures.server().rawExtension("1.2.3.4", false, Asn1.raw(3, 2, 4, 0xFF)));
        cases.bad(
                "x690.primitive-encoding",
                Fixtures.server().rawExtension("1.2.3.4", false, Asn1.raw(0x31, 6, 2, 1, 2, 2, 1, 1)));
        cases.bad("x690.primitive-encoding", Fixtures.server().rawExtension("1.2.3.4", false, Asn1.raw(6, 2, 0x80, 1)));
        cases.good(
                "x690.primitive-encoding", Fixtures.server().rawExtension("1.2.3.4", false, Asn1.raw(2, 2, 0, 0x80)));
        cases.bad("x690.primitive-encoding", Fixtures.server().rawExtension("1.2.3.4", false, brokenInside()));
        cases.bad(
                "x690.critical-false-encoded",
                Fixtures.server()
                        .wholeExtension(
                                Oid.KEY_USAGE,
                                Asn1.sequence(
                                        Asn1.oid(Oid.KEY_USAGE),
                                        ASN1Boolean.FALSE,
                                        new DEROctetString(Asn1.der(Fixtures.digitalSignature())))));
        cases.bad(
                "x690.authority-false-encoded",
                Fixtures.server().extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.FALSE)));
        cases.bad(
                "x690.key-usage-encoding",
                Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 2, 6, 0x80)));
        cases.bad(
                "x690.key-usage-encoding",
                Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 3, 7, 0x80, 0)));
        cases.good(
                "x690.key-usage-encoding",
                Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 3, 7, 0x08, 0x80)));
    }

    private static byte[] brokenInside() {
        return Asn1.raw(0x30, 3, 2, 5, 1);
    }

    private static void fields(RuleCases cases) {
        cases.bad("rfc5280.version-3", Fixtures.server().version(null));
        cases.bad("rfc5280.version-3", Fixtures.server().version(Asn1.explicit(0, new ASN1Integer(3))));
        cases.good("rfc5280.version-3", Fixtures.server().version(null).noExtensions(false));
        cases.bad("internal.version-3", Fixtures.server().version(null).noExtensions(false));
        CertificateFixture unique = Fixtures.server().behindKey(Asn1.implicit(1, new DERBitString(new byte[] {1})));
        cases.bad("internal.no-unique-identifiers", unique);
        cases.good("rfc5280.unique-identifier-version", unique);
        cases.bad("rfc5280.unique-identifier-version", unique.version(null));
        cases.bad("rfc5280.serial-positive", Fixtures.server().serial(BigInteger.ZERO));
        cases.bad("rfc5280.serial-positive", Fixtures.server().serial(BigInteger.valueOf(-5)));
        cases.bad("rfc5280.serial-length", Fixtures.server().serial(BigInteger.ONE.shiftLeft(159)));
        cases.good("rfc5280.serial-length", Fixtures.server().serial(BigInteger.ONE.shiftLeft(158)));
        cases.bad("internal.serial-entropy", Fixtures.server().serial(BigInteger.ONE.shiftLeft(55)));
        cases.good("internal.serial-entropy", Fixtures.server().serial(BigInteger.ONE.shiftLeft(63)));
        cases.bad(
                "rfc5280.signature-algorithm-match",
                Fixtures.server().outerAlgorithm(Asn1.algorithm("1.2.840.10045.4.3.3")));
    }

    private static void times(RuleCases cases) {
        cases.bad("rfc5280.time-zulu", Fixtures.server().validity(new ASN1UTCTime("260101000000+0100"), START));
        cases.bad("rfc5280.time-seconds", Fixtures.server().validity(START, new ASN1UTCTime("2701010000Z")));
        cases.bad(
                "rfc5280.time-seconds",
                Fixtures.server().validity(START, new ASN1GeneralizedTime("20510101000000.5Z")));
        cases.bad("rfc5280.time-type", Fixtures.server().validity(START, new DERGeneralizedTime("20491231235959Z")));
        cases.good("rfc5280.time-type", Fixtures.server().validity(START, new DERGeneralizedTime("20500101000000Z")));
        cases.bad("rfc5280.time-type", Fixtures.server().validity(START, new ASN1Integer(1)));
        cases.bad("rfc5280.time-readable", Fixtures.server().validity(START, new ASN1UTCTime("271301000000Z")));
        cases.bad("rfc5280.validity-order", Fixtures.server().validity(START, new DERUTCTime("251231235959Z")));
        cases.good("rfc5280.validity-order", Fixtures.server().validity(START, START));
    }

    private static void extensions(RuleCases cases) {
        cases.bad("rfc5280.extension-list-empty", Fixtures.server().noExtensions(true));
        cases.bad(
                "rfc5280.extension-twice",
                Fixtures.server()
                        .wholeExtension(
                                "second", CrlFixture.extension(Oid.KEY_USAGE, true, Fixtures.digitalSignature())));
        cases.bad("rfc5280.extension-syntax", Fixtures.server().extension(Oid.KEY_USAGE, true, DERNull.INSTANCE));
        cases.bad(
                "rfc5280.extension-syntax",
                Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 2, 7, 0x80, 0)));
        cases.bad(
                "rfc5280.extension-syntax",
                Fixtures.server()
                        .extension(
                                Oid.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Asn1.sequence(Asn1.explicit(0, new DEROctetString(new byte[20])))));
        cases.bad("rfc5280.unknown-critical-extension", Fixtures.server().extension("1.2.3.4", true, DERNull.INSTANCE));
        cases.good(
                "rfc5280.unknown-critical-extension", Fixtures.server().extension("1.2.3.4", false, DERNull.INSTANCE));
        cases.bad(
                "rfc5280.extension-sequence-empty",
                Fixtures.server().extension(Oid.EXT_KEY_USAGE, false, new DERSequence()));
        cases.bad(
                "rfc5280.extension-sequence-empty",
                Fixtures.server()
                        .extension(
                                Oid.CERTIFICATE_POLICIES,
                                false,
                                Asn1.sequence(Asn1.sequence(Asn1.oid("1.3.6.1.4.1.99999.1"), new DERSequence()))));
    }
}

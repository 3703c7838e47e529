package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about extKeyUsage, and about responders of the Online Certificate Status Protocol. */
class PurposeRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String OTHER = "1.3.6.1.5.5.7.3.17";
    private static final List<String> WORDS = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly");

    private static CertificateFixture end(boolean critical, String... purposes) {
        return Fixtures.server().extension(Oid.EXT_KEY_USAGE, critical, Fixtures.purposes(purposes));
    }

    private static CertificateFixture end(String... purposes) {
        return end(false, purposes);
    }

    private static CertificateFixture authority(String... purposes) {
        return Fixtures.root().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(purposes));
    }

    /** Every purpose is tried with each bit of keyUsage alone. */
    @ParameterizedTest
    @CsvSource({
        Oid.KP_SERVER_AUTH + ", digitalSignature keyEncipherment keyAgreement",
        Oid.KP_CLIENT_AUTH + ", digitalSignature keyAgreement",
        Oid.KP_CODE_SIGNING + ", digitalSignature",
        Oid.KP_EMAIL_PROTECTION + ", digitalSignature nonRepudiation keyEncipherment keyAgreement",
        Oid.KP_TIME_STAMPING + ", digitalSignature nonRepudiation",
        Oid.KP_OCSP_SIGNING + ", digitalSignature nonRepudiation"
    })
    void eachPurposeNeedsOneOfItsBits(String purpose, String allowed) {
        for (int bit = 0; bit < WORDS.size(); bit++) {
            String word = WORDS.get(bit);
            CertificateFixture tried =
                    end(purpose).extension(Oid.KEY_USAGE, true, Fixtures.usage(7 - bit, 0x80 >> bit));
            if (Arrays.asList(allowed.split(" ")).contains(word)) {
                silent("rfc5280.purpose-consistent", tried);
            } else {
                says(
                        "rfc5280.purpose-consistent",
                        tried,
                        "extKeyUsage " + purpose + ": keyUsage '" + word + "' does not allow this purpose");
            }
        }
        silent("rfc5280.purpose-consistent", end(purpose).without(Oid.KEY_USAGE));
    }

    @Test
    void aPurposeThatIsNotKnownNeedsAnyBit() {
        silent("rfc5280.purpose-consistent", end(OTHER).extension(Oid.KEY_USAGE, true, Fixtures.usage(3, 0x08)));
        says(
                "rfc5280.purpose-consistent",
                end(OTHER).rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 1, 0)),
                "extKeyUsage " + OTHER + ": keyUsage '' does not allow this purpose");
        silent("rfc5280.purpose-consistent", authority(Oid.KP_CODE_SIGNING));
    }

    @Test
    void eachPurposeIsToldForItself() {
        says(
                "rfc5280.purpose-consistent",
                end(Oid.KP_CODE_SIGNING, Oid.KP_SERVER_AUTH, Oid.KP_OCSP_SIGNING)
                        .extension(Oid.KEY_USAGE, true, Fixtures.usage(3, 0x08)),
                "extKeyUsage " + Oid.KP_CODE_SIGNING + ": keyUsage 'keyAgreement' does not allow this purpose",
                "extKeyUsage " + Oid.KP_OCSP_SIGNING + ": keyUsage 'keyAgreement' does not allow this purpose");
    }

    @Test
    void aPurposeIsListedOnce() {
        String[] found = {"extKeyUsage: a purpose occurs more than once"};
        says("rfc5280.purpose-twice", end(OTHER, Oid.KP_CLIENT_AUTH, OTHER), found);
        says("rfc5280.purpose-twice", end(OTHER, OTHER, OTHER), found);
        alone("rfc5280.purpose-twice", end(OTHER, OTHER), INTERNAL);
        silent("rfc5280.purpose-twice", end(OTHER), end(OTHER, Oid.KP_CLIENT_AUTH), Fixtures.root());
    }

    @Test
    void anyPurposeIsNeitherCriticalNorForEndEntities() {
        says(
                "rfc5280.any-purpose-critical",
                end(true, Oid.KP_CLIENT_AUTH, Oid.ANY_EXTENDED_KEY_USAGE),
                "extKeyUsage: is critical and holds anyExtendedKeyUsage");
        says(
                "internal.any-purpose",
                end(Oid.KP_CLIENT_AUTH, Oid.ANY_EXTENDED_KEY_USAGE),
                "extKeyUsage: anyExtendedKeyUsage lets the key be used for everything");
        silent("internal.any-purpose", authority(Oid.ANY_EXTENDED_KEY_USAGE), end(Oid.KP_CLIENT_AUTH));
        silent("rfc5280.any-purpose-critical", end(false, Oid.ANY_EXTENDED_KEY_USAGE), end(true, Oid.KP_CLIENT_AUTH));
    }

    @Test
    void timeStampingStandsAloneAndCritical() {
        String[] found = {"extKeyUsage: timeStamping with other purposes, or not critical"};
        says("rfc3161.time-stamping-alone", end(false, Oid.KP_TIME_STAMPING), found);
        says("rfc3161.time-stamping-alone", end(true, Oid.KP_TIME_STAMPING, Oid.KP_CODE_SIGNING), found);
        silent(
                "rfc3161.time-stamping-alone",
                end(true, Oid.KP_TIME_STAMPING),
                end(false, Oid.KP_CODE_SIGNING, OTHER),
                authority(Oid.KP_TIME_STAMPING, OTHER));
    }

    @Test
    void anAuthorityDoesNotAnswerForItsIssuer() {
        says(
                "internal.authority-ocsp-signing",
                authority(OTHER, Oid.KP_OCSP_SIGNING),
                "extKeyUsage: OCSPSigning in the certificate of an authority makes it a responder for its own issuer");
        silent("internal.authority-ocsp-signing", authority(OTHER), end(Oid.KP_OCSP_SIGNING));
    }

    @Test
    void aResponderHasNoOtherPurpose() {
        String[] found = {"extKeyUsage: OCSPSigning together with other purposes"};
        says("internal.responder-alone", end(Oid.KP_OCSP_SIGNING, OTHER), found);
        says("internal.responder-alone", end(OTHER, Oid.KP_OCSP_SIGNING), found);
        silent(
                "internal.responder-alone",
                end(Oid.KP_OCSP_SIGNING),
                end(OTHER, Oid.KP_CLIENT_AUTH),
                authority(OTHER, Oid.KP_OCSP_SIGNING));
    }

    @Test
    void aResponderSaysHowItIsChecked() {
        String[] found = {"extensions: neither id-pkix-ocsp-nocheck nor cRLDistributionPoints"};
        LintContext responder = LintContext.internal().tagged(Set.of(LintTag.OCSP_RESPONDER));
        String rule = "internal.responder-no-check";
        says(rule, end(Oid.KP_OCSP_SIGNING).without(Oid.CRL_DISTRIBUTION_POINTS), found);
        says(rule, end(OTHER).without(Oid.CRL_DISTRIBUTION_POINTS), responder, found);
        silent(rule, end(OTHER).without(Oid.CRL_DISTRIBUTION_POINTS), end(Oid.KP_OCSP_SIGNING));
        CertificateFixture noCheck = end(Oid.KP_OCSP_SIGNING)
                .without(Oid.CRL_DISTRIBUTION_POINTS)
                .extension(Oid.OCSP_NO_CHECK, false, DERNull.INSTANCE);
        silent(rule, responder, noCheck, Fixtures.root(), end(OTHER));
        silent(rule, authority(Oid.KP_OCSP_SIGNING));
    }

    @Test
    void theValueOfNoCheckIsNull() {
        String[] found = {"id-pkix-ocsp-nocheck: the value is not NULL"};
        CertificateFixture responder = end(Oid.KP_OCSP_SIGNING);
        says("rfc6960.no-check-null", responder.extension(Oid.OCSP_NO_CHECK, false, new ASN1Integer(0)), found);
        says(
                "rfc6960.no-check-null",
                responder.extension(Oid.OCSP_NO_CHECK, false, new DEROctetString(new byte[0])),
                found);
        silent(
                "rfc6960.no-check-null",
                responder.extension(Oid.OCSP_NO_CHECK, false, DERNull.INSTANCE),
                Fixtures.root());
        // What is no element at all has the rule about syntax.
        silent("rfc6960.no-check-null", responder.rawExtension(Oid.OCSP_NO_CHECK, false, new byte[0]));
    }
}

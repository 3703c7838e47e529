package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about pointers to lists and services, about noRevAvail, and about extensions that should not be there. */
class PointerRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final ASN1Encodable START = new DERUTCTime("260101000000Z");
    private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";

    private static CertificateFixture pointing(String oid, ASN1Encodable value) {
        return Fixtures.server()
                .without(Oid.CRL_DISTRIBUTION_POINTS)
                .without(Oid.AUTHORITY_INFO_ACCESS)
                .extension(oid, false, value);
    }

    private static ASN1Encodable value(String oid, String uri) {
        return oid.startsWith("2.5.29") ? Fixtures.points(uri) : Fixtures.access(CA_ISSUERS, uri);
    }

    @ParameterizedTest
    @CsvSource({
        Oid.CRL_DISTRIBUTION_POINTS + ", cRLDistributionPoints", Oid.FRESHEST_CRL + ", freshestCRL",
        Oid.AUTHORITY_INFO_ACCESS + ", authorityInfoAccess", Oid.SUBJECT_INFO_ACCESS + ", subjectInfoAccess"
    })
    void everyPointerIsReadWithItsPlace(String oid, String place) {
        for (String bad : new String[] {"pki.example.org/a", "http://", "", "http://a/b c", "1:x"}) {
            says(
                    "rfc5280.pointer-syntax",
                    pointing(oid, value(oid, bad)),
                    place + ": '" + bad + "' is not an absolute URI");
        }
        alone("rfc5280.pointer-syntax", pointing(oid, value(oid, "pki.example.org/a")), INTERNAL);
        for (String other : new String[] {"https://a.org/b", "ftp://a.org/b", "urn:x", "file:///a", "httpx://a/"}) {
            says(
                    "internal.pointer-scheme",
                    pointing(oid, value(oid, other)),
                    place + ": '" + other + "' is neither http nor ldap");
            silent("rfc5280.pointer-syntax", pointing(oid, value(oid, other)));
        }
        alone("internal.pointer-scheme", pointing(oid, value(oid, "https://a.org/b")), INTERNAL);
        for (String good :
                new String[] {"http://a.org/b", "HTTP://a.org/b", "ldap://a.org/b", "LDAP://a", "http://localhost/"}) {
            silent("internal.pointer-scheme", pointing(oid, value(oid, good)));
            silent("rfc5280.pointer-syntax", pointing(oid, value(oid, good)));
        }
    }

    @Test
    void whatIsNoUriAtAllIsToldOnce() {
        CertificateFixture relative = pointing(Oid.CRL_DISTRIBUTION_POINTS, Fixtures.points("a"));
        silent("internal.pointer-scheme", relative);
        ASN1Encodable directory = Asn1.sequence(Asn1.sequence(Asn1.oid(CA_ISSUERS), Asn1.general(2, "https://a")));
        silent("internal.pointer-scheme", pointing(Oid.AUTHORITY_INFO_ACCESS, directory));
        silent("rfc5280.pointer-syntax", pointing(Oid.AUTHORITY_INFO_ACCESS, directory));
    }

    @Test
    void allPointsAndAllTheirNamesAreRead() {
        ASN1Encodable first = Asn1.sequence(Asn1.explicit(
                0,
                Asn1.implicit(
                        0, Asn1.sequence(Asn1.general(6, "a"), Asn1.general(6, "http://b/"), Asn1.general(6, "c")))));
        ASN1Encodable second = Asn1.sequence(Asn1.explicit(0, Asn1.implicit(0, Asn1.sequence(Asn1.general(6, "d")))));
        String words = "' is not an absolute URI";
        says(
                "rfc5280.pointer-syntax",
                pointing(Oid.CRL_DISTRIBUTION_POINTS, Asn1.sequence(first, second)),
                "cRLDistributionPoints: 'a" + words,
                "cRLDistributionPoints: 'c" + words,
                "cRLDistributionPoints: 'd" + words);
    }

    @Test
    void aPointHasANameOrAnIssuer() {
        String rule = "rfc5280.distribution-point-named";
        String line = "cRLDistributionPoints: a point without a name and without a cRLIssuer";
        ASN1Encodable reasons = Asn1.implicit(1, Fixtures.usage(1, 0x7E));
        ASN1Encodable issuer = Asn1.implicit(2, Asn1.sequence(Asn1.general(2, "a")));
        ASN1Encodable relative = Asn1.explicit(0, Asn1.implicit(1, new DERSequence()));
        String oid = Oid.CRL_DISTRIBUTION_POINTS;
        says(rule, pointing(oid, Asn1.sequence(Asn1.sequence(reasons))), line);
        says(
                rule,
                pointing(oid, Asn1.sequence(Asn1.sequence(), Asn1.sequence(issuer), Asn1.sequence(reasons))),
                line,
                line);
        silent(
                rule,
                pointing(oid, Asn1.sequence(Asn1.sequence(issuer))),
                pointing(oid, Asn1.sequence(Asn1.sequence(relative))));
        silent(rule, pointing(oid, Asn1.sequence(Asn1.sequence(relative, reasons, issuer))));
        silent(rule, pointing(Oid.FRESHEST_CRL, Asn1.sequence(Asn1.sequence(reasons))));
    }

    private static CertificateFixture unrevocable() {
        return pointing(Oid.NO_REV_AVAIL, DERNull.INSTANCE).validity(START, new DERUTCTime("260111000000Z"));
    }

    @Test
    void noRevAvailIsNullAndNotCritical() {
        String rule = "rfc9608.no-rev-avail-not-critical";
        String[] found = {"noRevAvail: is critical, or its value is not NULL"};
        says(rule, unrevocable().extension(Oid.NO_REV_AVAIL, true, DERNull.INSTANCE), found);
        says(rule, unrevocable().extension(Oid.NO_REV_AVAIL, false, new ASN1Integer(0)), found);
        says(rule, unrevocable().rawExtension(Oid.NO_REV_AVAIL, false, new byte[0]), found);
        silent(rule, unrevocable(), Fixtures.server());
        alone(rule, unrevocable().extension(Oid.NO_REV_AVAIL, false, new ASN1Integer(0)), INTERNAL);
    }

    @Test
    void anAuthorityCanAlwaysBeRevoked() {
        says(
                "rfc9608.no-rev-avail-place",
                Fixtures.root().extension(Oid.NO_REV_AVAIL, false, DERNull.INSTANCE),
                "noRevAvail: in the certificate of an authority");
        silent("rfc9608.no-rev-avail-place", unrevocable(), Fixtures.root());
    }

    @Test
    void noRevAvailStandsBesideNoPointerToRevocation() {
        String rule = "rfc9608.no-rev-avail-alone";
        String[] found = {"noRevAvail: beside cRLDistributionPoints, freshestCRL or an OCSP address"};
        String uri = "http://a.org/b";
        says(rule, unrevocable().extension(Oid.CRL_DISTRIBUTION_POINTS, false, Fixtures.points(uri)), found);
        says(rule, unrevocable().extension(Oid.FRESHEST_CRL, false, Fixtures.points(uri)), found);
        says(rule, unrevocable().extension(Oid.AUTHORITY_INFO_ACCESS, false, Fixtures.access(Oid.AD_OCSP, uri)), found);
        ASN1Encodable both = Asn1.sequence(
                Asn1.sequence(Asn1.oid(CA_ISSUERS), Asn1.general(6, uri)),
                Asn1.sequence(Asn1.oid(Oid.AD_OCSP), Asn1.general(6, uri)));
        says(rule, unrevocable().extension(Oid.AUTHORITY_INFO_ACCESS, false, both), found);
        silent(
                rule,
                unrevocable(),
                unrevocable().extension(Oid.AUTHORITY_INFO_ACCESS, false, Fixtures.access(CA_ISSUERS, uri)));
        silent(rule, Fixtures.server());
        alone(rule, unrevocable().extension(Oid.FRESHEST_CRL, false, Fixtures.points(uri)), INTERNAL);
    }

    @Test
    void whatCannotBeRevokedLivesTenDays() {
        String rule = "internal.no-rev-avail-short";
        silent(rule, unrevocable(), unrevocable().validity(START, START));
        says(
                rule,
                unrevocable().validity(START, new DERUTCTime("260111000001Z")),
                "noRevAvail: lives more than ten days and cannot be revoked");
        silent(
                rule,
                unrevocable().validity(START, DERNull.INSTANCE),
                unrevocable().validity(DERNull.INSTANCE, START));
        silent(rule, Fixtures.server().validity(START, new DERGeneralizedTime("99991231235959Z")));
    }

    @Test
    void aPeriodOfTheKeyIsNotPartOfTheProfileAnyMore() {
        says(
                "internal.private-key-usage-period",
                Fixtures.server().extension(Oid.PRIVATE_KEY_USAGE_PERIOD, false, new DERSequence()),
                "privateKeyUsagePeriod: is not part of the profile any more");
        silent("internal.private-key-usage-period", Fixtures.root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0400", "040100", "04020000"})
    void aListOfTimestampsHoldsOne(String hex) {
        says(
                "rfc6962.sct-list-empty",
                Fixtures.server()
                        .rawExtension(Oid.SCT_LIST, false, HexFormat.of().parseHex(hex)),
                "signedCertificateTimestampList: the list is empty");
    }

    @Test
    void aListOfThreeOctetsIsLongerThanItsLengthAndAnotherTypeIsNotRead() {
        silent(
                "rfc6962.sct-list-empty",
                Fixtures.server().extension(Oid.SCT_LIST, false, new DEROctetString(new byte[3])),
                Fixtures.server().extension(Oid.SCT_LIST, false, DERNull.INSTANCE),
                Fixtures.server().rawExtension(Oid.SCT_LIST, false, new byte[0]));
    }
}

package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/** The rules that compare a certificate with its issuer's: identity, validity, purposes. */
class IssuerRulesTest {
    private static final LintContext UNDER = Fixtures.underIntermediate();
    private static final DERUTCTime START = new DERUTCTime("260101000000Z");

    private static LintContext under(CertificateFixture issuer) {
        return LintContext.internal().issuedBy(issuer.certificate());
    }

    private static CertificateFixture server() {
        return Fixtures.server();
    }

    @Test
    void withoutAnIssuerNoneOfTheseRulesSpeaks() {
        CertificateFixture strange = server().issuer(new X500Name("CN=Nobody"))
                .key(FixtureKeys.P384)
                .validity(new DERUTCTime("700101000000Z"), new DERGeneralizedTime("99991231235959Z"))
                .extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, Asn1.sequence(Asn1.general(0, new byte[20])));
        for (String rule : new String[] {
            "internal.issuer-name-bytes",
            "internal.issuer-is-authority",
            "internal.aki-match",
            "internal.key-of-issuer",
            "internal.starts-before-issuer",
            "internal.end-entity-outlives-issuer",
            "internal.purpose-within-issuer",
            "internal.names-within-issuer",
            "internal.name-of-issuer",
            "internal.path-length-exhausted",
            "internal.path-length-shrinks",
            "internal.backdated"
        }) {
            silent(rule, strange);
        }
    }

    @Test
    void theIssuerNameIsComparedOctetForOctet() {
        String[] found = {"issuer: not the octets of the issuer's subject"};
        says("internal.issuer-name-bytes", server().issuer(new X500Name("CN=issuing,O=Example")), UNDER, found);
        says("internal.issuer-name-bytes", server().issuer(new X500Name("O=Example,CN=Issuing")), UNDER, found);
        ASN1Encodable printable = Asn1.name(
                Oid.COMMON_NAME,
                new org.bouncycastle.asn1.DERPrintableString("Issuing"),
                Oid.ORGANIZATION,
                new DERUTF8String("Example"));
        says("internal.issuer-name-bytes", server().issuer(printable), UNDER, found);
        alone("internal.issuer-name-bytes", server().issuer(printable), UNDER);
        silent("internal.issuer-name-bytes", UNDER, server());
    }

    @Test
    void theIssuerIsAnAuthorityThatMaySignCertificates() {
        String[] found = {"issuer: the issuer's certificate does not let it sign certificates"};
        LintContext lists = under(Fixtures.intermediate().extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0x02)));
        says("internal.issuer-is-authority", server(), lists, found);
        LintContext noAuthority = under(Fixtures.intermediate().without(Oid.BASIC_CONSTRAINTS));
        says("internal.issuer-is-authority", server(), noAuthority, found);
        silent("internal.issuer-is-authority", under(Fixtures.intermediate().without(Oid.KEY_USAGE)), server());
        silent(
                "internal.issuer-is-authority",
                under(Fixtures.intermediate().extension(Oid.KEY_USAGE, true, Fixtures.usage(2, 0x04))),
                server());
    }

    @Test
    void theKeyIdentifiersAreComparedByTheirOctets() {
        String[] found = {"authorityKeyIdentifier: not the issuer's subjectKeyIdentifier"};
        ASN1Encodable shorter = Asn1.sequence(Asn1.general(0, new byte[] {1, 2, 3}));
        says("internal.aki-match", server().extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, shorter), UNDER, found);
        alone("internal.aki-match", server().extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, shorter), UNDER);
        LintContext same = under(Fixtures.intermediate()
                .extension(Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(new byte[] {1, 2, 3})));
        silent("internal.aki-match", same, server().extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, shorter));
        silent("internal.aki-match", under(Fixtures.intermediate().without(Oid.SUBJECT_KEY_IDENTIFIER)), server());
    }

    @Test
    void theIssuersKeyIsNotCertifiedUnderAnotherName() {
        String[] found = {"subjectPublicKeyInfo: the issuer's own key under another name"};
        says("internal.key-of-issuer", server().key(FixtureKeys.P384), UNDER, found);
        silent("internal.key-of-issuer", UNDER, server(), Fixtures.intermediate());
    }

    @Test
    void anEndEntityDoesNotBearItsIssuersName() {
        String[] found = {"subject: an end entity with the name of its issuer"};
        CertificateFixture own = server().subject(new X500Name("CN=Issuing,O=Example"));
        says("internal.name-of-issuer", own, UNDER, found);
        silent("internal.name-of-issuer", own);
        CertificateFixture authority = Fixtures.intermediate().issuer(new X500Name("CN=Issuing,O=Example"));
        silent("internal.name-of-issuer", UNDER, authority, server());
    }

    @Test
    void aCertificateLivesWithinItsIssuersLife() {
        CertificateFixture early = server().validity(new DERUTCTime("241231235959Z"), START);
        says(
                "internal.starts-before-issuer",
                early,
                UNDER,
                "notBefore: 2024-12-31T23:59:59Z is before the issuer's 2025-01-01T00:00:00Z");
        alone("internal.starts-before-issuer", early, UNDER);
        CertificateFixture late = server().validity(START, new DERUTCTime("350101000001Z"));
        says(
                "internal.end-entity-outlives-issuer",
                late,
                UNDER,
                "notAfter: 2035-01-01T00:00:01Z is after the issuer's 2035-01-01T00:00:00Z");
        alone("internal.end-entity-outlives-issuer", late, UNDER);
        silent("internal.authority-outlives-issuer", UNDER, late);
        silent(
                "internal.end-entity-outlives-issuer",
                UNDER,
                Fixtures.intermediate().validity(START, new DERUTCTime("350101000001Z")));
    }

    @Test
    void anAuthorityHasItsOwnRuleAboutTheEnd() {
        LintContext root = under(Fixtures.root());
        CertificateFixture late = Fixtures.intermediate().validity(START, new DERGeneralizedTime("20500101000001Z"));
        says(
                "internal.authority-outlives-issuer",
                late,
                root,
                "notAfter: 2050-01-01T00:00:01Z is after the issuer's 2050-01-01T00:00:00Z");
        alone("internal.authority-outlives-issuer", late, root);
        silent(
                "internal.authority-outlives-issuer",
                root,
                Fixtures.intermediate().validity(START, new DERGeneralizedTime("20500101000000Z")));
    }

    @Test
    void anUnreadableTimeIsLeftToItsOwnRule() {
        CertificateFixture strange = server().validity(DERNull.INSTANCE, DERNull.INSTANCE);
        LintContext context = UNDER.notBackdatedBefore(Instant.parse("2026-01-01T00:00:00Z"));
        for (String rule : new String[] {
            "internal.starts-before-issuer", "internal.end-entity-outlives-issuer", "internal.backdated"
        }) {
            silent(rule, context, strange);
        }
    }

    @Test
    void backdatingIsMeasuredInSeconds() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        says(
                "internal.backdated",
                server(),
                UNDER.notBackdatedBefore(start.plusSeconds(1)),
                "notBefore: 2026-01-01T00:00:00Z is before 2026-01-01T00:00:01Z");
        silent("internal.backdated", UNDER.notBackdatedBefore(start), server());
        silent("internal.backdated", UNDER, server());
    }

    @Test
    void purposesLieWithinTheIssuersUnlessItSaysNothing() {
        LintContext clients = under(
                Fixtures.intermediate().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_CLIENT_AUTH)));
        says(
                "internal.purpose-within-issuer",
                server().extension(
                                Oid.EXT_KEY_USAGE,
                                false,
                                Fixtures.purposes(Oid.KP_SERVER_AUTH, Oid.KP_CLIENT_AUTH, Oid.KP_CODE_SIGNING)),
                clients,
                "extKeyUsage " + Oid.KP_SERVER_AUTH + ": the issuer is not for this purpose",
                "extKeyUsage " + Oid.KP_CODE_SIGNING + ": the issuer is not for this purpose");
        says(
                "internal.purpose-within-issuer",
                server().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.ANY_EXTENDED_KEY_USAGE)),
                clients,
                "extKeyUsage " + Oid.ANY_EXTENDED_KEY_USAGE + ": the issuer is not for this purpose");
        // A responder is named by its issuer and needs no purpose of it.
        silent(
                "internal.purpose-within-issuer",
                clients,
                server().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_OCSP_SIGNING)),
                server().without(Oid.EXT_KEY_USAGE));
        LintContext anything = under(Fixtures.intermediate()
                .extension(
                        Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_CODE_SIGNING, Oid.ANY_EXTENDED_KEY_USAGE)));
        silent("internal.purpose-within-issuer", anything, server());
        silent("internal.purpose-within-issuer", UNDER, server());
    }
}

package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;

/** Cases for a certificate under its issuer. */
final class IssuerCases {
    private static final DERUTCTime START = new DERUTCTime("260101000000Z");

    private IssuerCases() {}

    private static LintContext under(CertificateFixture issuer) {
        return LintContext.internal().issuedBy(issuer.certificate());
    }

    private static CertificateFixture pathLength(CertificateFixture fixture, int length) {
        return fixture.extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE, new ASN1Integer(length)));
    }

    static void add(RuleCases cases) {
        identity(cases);
        time(cases);
        limits(cases);
        names(cases);
    }

    private static void identity(RuleCases cases) {
        LintContext intermediate = Fixtures.underIntermediate();
        cases.bad(
                "internal.issuer-name-bytes",
                Fixtures.server().issuer(new X500Name("CN=issuing,O=Example")),
                intermediate);
        cases.bad("internal.issuer-is-authority", Fixtures.server(), under(Fixtures.server()));
        cases.bad(
                "internal.aki-match",
                Fixtures.server()
                        .extension(
                                Oid.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Asn1.sequence(Asn1.implicit(0, new DEROctetString(new byte[20])))),
                intermediate);
        cases.bad("internal.key-of-issuer", Fixtures.server().key(FixtureKeys.P384), intermediate);
        cases.bad(
                "internal.name-of-issuer",
                Fixtures.server().subject(new X500Name("CN=Issuing,O=Example")),
                intermediate);
    }

    private static void time(RuleCases cases) {
        LintContext intermediate = Fixtures.underIntermediate();
        cases.bad(
                "internal.starts-before-issuer",
                Fixtures.server().validity(new DERUTCTime("241231235959Z"), START),
                intermediate);
        cases.bad(
                "internal.end-entity-outlives-issuer",
                Fixtures.server().validity(START, new DERUTCTime("350101000001Z")),
                intermediate);
        cases.good(
                "internal.end-entity-outlives-issuer",
                Fixtures.server().validity(START, new DERUTCTime("350101000000Z")),
                intermediate);
        cases.bad(
                "internal.authority-outlives-issuer",
                Fixtures.intermediate().validity(START, new DERUTCTime("490101000000Z")),
                under(Fixtures.intermediate()));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        cases.bad("internal.backdated", Fixtures.server(), intermediate.notBackdatedBefore(start.plusSeconds(1)));
        cases.good("internal.backdated", Fixtures.server(), intermediate.notBackdatedBefore(start));
    }

    private static void limits(RuleCases cases) {
        cases.bad("internal.path-length-exhausted", Fixtures.intermediate(), Fixtures.underIntermediate());
        cases.good("internal.path-length-exhausted", Fixtures.server(), Fixtures.underIntermediate());
        cases.bad(
                "internal.path-length-shrinks",
                pathLength(Fixtures.intermediate(), 1),
                under(pathLength(Fixtures.root(), 1)));
        cases.good(
                "internal.path-length-shrinks",
                pathLength(Fixtures.intermediate(), 0),
                under(pathLength(Fixtures.root(), 1)));
        cases.bad(
                "internal.path-length-of-intermediate",
                Fixtures.intermediate().extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE)));
        LintContext clients = under(
                Fixtures.intermediate().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_CLIENT_AUTH)));
        cases.bad("internal.purpose-within-issuer", Fixtures.server(), clients);
        cases.good(
                "internal.purpose-within-issuer",
                Fixtures.server().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_CLIENT_AUTH)),
                clients);
    }

    private static void names(RuleCases cases) {
        cases.bad("internal.names-within-issuer", Fixtures.server(), constrained(0, "example.com"));
        cases.bad("internal.names-within-issuer", Fixtures.server(), constrained(0, "w.example.org"));
        cases.bad("internal.names-within-issuer", Fixtures.server(), constrained(1, "WWW.example.org"));
        cases.good("internal.names-within-issuer", Fixtures.server(), constrained(0, "example.org"));
        cases.good("internal.names-within-issuer", Fixtures.server(), constrained(1, "mail.example.org"));
    }

    private static LintContext constrained(int field, String domain) {
        ASN1Encodable subtrees = new DERSequence(new DERSequence(Asn1.general(2, domain)));
        return under(Fixtures.intermediate()
                .extension(Oid.NAME_CONSTRAINTS, true, Asn1.sequence(Asn1.implicit(field, subtrees))));
    }
}

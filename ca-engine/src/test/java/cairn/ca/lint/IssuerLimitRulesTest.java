package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits that an issuer's certificate sets: the length of paths below it, and the names within them. */
class IssuerLimitRulesTest {
    private static final X500Name ISSUING = new X500Name("CN=Issuing,O=Example");

    private static LintContext under(CertificateFixture issuer) {
        return LintContext.internal().issuedBy(issuer.certificate());
    }

    private static CertificateFixture length(CertificateFixture fixture, int length) {
        return fixture.extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE, new ASN1Integer(length)));
    }

    private static CertificateFixture unlimited(CertificateFixture fixture) {
        return fixture.extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE));
    }

    @Test
    void nobodyElseIsAnAuthorityBelowALengthOfZero() {
        String[] found = {"basicConstraints: an authority below an issuer with pathLenConstraint 0"};
        says("internal.path-length-exhausted", Fixtures.intermediate(), under(length(Fixtures.root(), 0)), found);
        says(
                "internal.path-length-exhausted",
                unlimited(Fixtures.intermediate()),
                under(length(Fixtures.root(), 0)),
                found);
        silent("internal.path-length-exhausted", under(length(Fixtures.root(), 1)), Fixtures.intermediate());
        silent("internal.path-length-exhausted", under(unlimited(Fixtures.root())), Fixtures.intermediate());
        silent("internal.path-length-exhausted", under(length(Fixtures.root(), 0)), Fixtures.root(), Fixtures.server());
    }

    @Test
    void aLengthIsSmallerThanTheOneAbove() {
        LintContext two = under(length(Fixtures.root(), 2));
        says(
                "internal.path-length-shrinks",
                length(Fixtures.intermediate(), 2),
                two,
                "basicConstraints: pathLenConstraint 2 under an issuer with 2");
        says(
                "internal.path-length-shrinks",
                length(Fixtures.intermediate(), 7),
                two,
                "basicConstraints: pathLenConstraint 7 under an issuer with 2");
        silent(
                "internal.path-length-shrinks",
                two,
                length(Fixtures.intermediate(), 1),
                unlimited(Fixtures.intermediate()),
                length(Fixtures.root(), 2));
        silent("internal.path-length-shrinks", under(unlimited(Fixtures.root())), length(Fixtures.intermediate(), 7));
        silent("internal.path-length-shrinks", length(Fixtures.intermediate(), 7));
    }

    @Test
    void anIntermediateHasALimitAndARootNeedsNone() {
        says(
                "internal.path-length-of-intermediate",
                unlimited(Fixtures.intermediate()),
                "basicConstraints: an intermediate without pathLenConstraint can make authorities without end");
        silent(
                "internal.path-length-of-intermediate",
                Fixtures.intermediate(),
                unlimited(Fixtures.root()),
                Fixtures.server());
    }

    private static ASN1Encodable trees(int list, String... domains) {
        return Asn1.implicit(
                list,
                new DERSequence(Arrays.stream(domains)
                        .map(domain -> Asn1.sequence(Asn1.general(2, domain)))
                        .toArray(ASN1Encodable[]::new)));
    }

    private static LintContext constrained(ASN1Encodable... parts) {
        return under(Fixtures.intermediate().extension(Oid.NAME_CONSTRAINTS, true, Asn1.sequence(parts)));
    }

    private static CertificateFixture host(String name) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns(name));
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.org, example.org, true",
        "example.org, example.org, true",
        "EXAMPLE.org, example.ORG, true",
        "a.b.example.org, example.org, true",
        "a.example.org, .example.org, true",
        "example.org, .example.org, false",
        "aexample.org, example.org, false",
        "aexample.org, .example.org, false",
        "example.org, a.example.org, false",
        "example.org.evil, example.org, false",
        "a.Example.Com, example.org, false",
        "*.example.org, example.org, true",
        "org, example.org, false",
        "anything, '', true"
    })
    void aHostLiesWithinADomainOrNot(String name, String domain, boolean within) {
        String line = "subjectAltName dNSName: '" + name + "' is outside the issuer's nameConstraints";
        String[] found = {line};
        String[] nothing = {};
        says("internal.names-within-issuer", host(name), constrained(trees(0, domain)), within ? nothing : found);
        says("internal.names-within-issuer", host(name), constrained(trees(1, domain)), within ? found : nothing);
    }

    @Test
    void oneOfSeveralPermittedDomainsIsEnough() {
        LintContext two = constrained(trees(0, "example.com", "example.org", "example.net"));
        silent(
                "internal.names-within-issuer",
                two,
                host("a.example.org"),
                host("a.example.com"),
                host("a.example.net"));
        says(
                "internal.names-within-issuer",
                Fixtures.server()
                        .extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("a.example.org", "b.test", "c.test")),
                two,
                "subjectAltName dNSName: 'b.test' is outside the issuer's nameConstraints",
                "subjectAltName dNSName: 'c.test' is outside the issuer's nameConstraints");
    }

    @Test
    void anExcludedDomainWinsOverAPermittedOne() {
        String found = "subjectAltName dNSName: 'a.b.example.org' is outside the issuer's nameConstraints";
        LintContext hole = constrained(trees(0, "example.org"), trees(1, "b.example.org"));
        says("internal.names-within-issuer", host("a.b.example.org"), hole, found);
        silent("internal.names-within-issuer", hole, host("a.example.org"));
        LintContext before = constrained(trees(1, "b.example.org"), trees(0, "example.org"));
        says("internal.names-within-issuer", host("a.b.example.org"), before, found);
    }

    @Test
    void treesOfOtherKindsDoNotLimitHosts() {
        ASN1Encodable mail = Asn1.implicit(0, Asn1.sequence(Asn1.sequence(Asn1.general(1, "example.com"))));
        silent("internal.names-within-issuer", constrained(mail), host("a.example.org"));
        CertificateFixture noHost = Fixtures.server()
                .extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(Asn1.general(6, "http://a.test/")));
        silent("internal.names-within-issuer", constrained(trees(0, "example.org")), noHost);
    }

    @Test
    void aSelfIssuedCertificateIsNotConstrained() {
        CertificateFixture rollOver = Fixtures.intermediate()
                .issuer(ISSUING)
                .extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("a.example.com"));
        silent("internal.names-within-issuer", constrained(trees(0, "example.org")), rollOver);
        says(
                "internal.names-within-issuer",
                rollOver.subject(new X500Name("CN=Other")),
                constrained(trees(0, "example.org")),
                "subjectAltName dNSName: 'a.example.com' is outside the issuer's nameConstraints");
    }
}

package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

/** The rules about a name as a whole: whether it is there, how it is divided, and what stands twice or nowhere. */
class NamePartRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final ASN1Encodable EMPTY = new DERSequence();

    private static CertificateFixture server() {
        return Fixtures.server();
    }

    private static ASN1Encodable attribute(String oid, String text) {
        return Asn1.sequence(Asn1.oid(oid), new DERUTF8String(text));
    }

    private static ASN1Encodable part(ASN1Encodable... attributes) {
        return new DERSet(attributes);
    }

    @Test
    void anIssuerHasAName() {
        says("rfc5280.issuer-not-empty", server().issuer(EMPTY), "issuer: the name is empty");
        alone("rfc5280.issuer-not-empty", server().issuer(EMPTY), INTERNAL);
        silent("rfc5280.issuer-not-empty", server().subject(EMPTY), server());
        // A part without an attribute gives no name either.
        says("rfc5280.issuer-not-empty", server().issuer(Asn1.sequence(part())), "issuer: the name is empty");
    }

    @Test
    void anAuthorityHasAName() {
        says(
                "rfc5280.authority-subject-not-empty",
                Fixtures.root().subject(EMPTY),
                "subject: the name of an authority is empty");
        silent("rfc5280.authority-subject-not-empty", server().subject(EMPTY), Fixtures.root());
    }

    @Test
    void withoutASubjectTheAlternativeNameIsThereAndCritical() {
        CertificateFixture nameless = server().subject(EMPTY).without(Oid.SUBJECT_ALT_NAME);
        says("rfc5280.subject-or-alternative", nameless, "subject: empty, and there is no subjectAltName");
        silent("rfc5280.empty-subject-critical", nameless);
        CertificateFixture quiet = server().subject(EMPTY);
        says("rfc5280.empty-subject-critical", quiet, "subjectAltName: not critical although the subject is empty");
        alone("rfc5280.empty-subject-critical", quiet, INTERNAL);
        silent("rfc5280.subject-or-alternative", quiet, server().without(Oid.SUBJECT_ALT_NAME));
        silent(
                "rfc5280.empty-subject-critical",
                server().subject(EMPTY).extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("a.org")),
                server());
    }

    @Test
    void emptyPartsAreToldOfBothNames() {
        String words = "a part of the name is an empty set";
        ASN1Encodable hollow = Asn1.sequence(part(attribute(Oid.COMMON_NAME, "a")), part());
        says("rfc5280.name-part-empty", server().issuer(hollow), "issuer: " + words);
        says("rfc5280.name-part-empty", server().subject(hollow), "subject: " + words);
        says(
                "rfc5280.name-part-empty",
                server().issuer(hollow).subject(hollow),
                "issuer: " + words,
                "subject: " + words);
        alone("rfc5280.name-part-empty", server().issuer(hollow), INTERNAL);
    }

    @Test
    void partsWithSeveralAttributesAreToldOfBothNames() {
        String words = "several attributes in one part of the name, which many programs misread";
        ASN1Encodable pair = Asn1.sequence(part(attribute(Oid.COMMON_NAME, "a"), attribute(Oid.ORGANIZATION, "b")));
        says("internal.multi-valued-part", server().issuer(pair), "issuer: " + words);
        says("internal.multi-valued-part", server().subject(pair), "subject: " + words);
        alone("internal.multi-valued-part", server().issuer(pair), INTERNAL);
        silent("internal.multi-valued-part", server(), server().subject(Asn1.sequence(part())));
    }

    @Test
    void commonNamesAreCounted() {
        X500Name three = new X500Name("CN=a,O=b,CN=c,CN=d");
        says(
                "internal.common-name-twice",
                server().subject(three),
                "subject: 3 common names: programs choose differently among them");
        says(
                "internal.common-name-twice",
                server().subject(new X500Name("CN=a+CN=b")),
                "subject: 2 common names: programs choose differently among them");
        silent(
                "internal.common-name-twice",
                server().issuer(three),
                server().subject(new X500Name("O=a,O=b")),
                server().subject(EMPTY));
    }

    private static CertificateFixture mail(String... addresses) {
        Object[] parts = new Object[2 * addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            parts[2 * i] = Oid.EMAIL_ADDRESS;
            parts[2 * i + 1] = new DERIA5String(addresses[i]);
        }
        return server().subject(Asn1.name(parts));
    }

    @Test
    void eachMailAddressOfTheSubjectIsAnAlternativeName() {
        ASN1Encodable one = Asn1.sequence(Asn1.general(2, "www.example.org"), Asn1.general(1, "ANN@example.org"));
        says(
                "rfc5280.mail-in-alternative",
                mail("ann@example.org", "bob@example.org").extension(Oid.SUBJECT_ALT_NAME, false, one),
                "subject emailAddress: 'bob@example.org' is not an rfc822Name of the subjectAltName");
        silent("rfc5280.mail-in-alternative", mail("ann@example.org").extension(Oid.SUBJECT_ALT_NAME, false, one));
        says(
                "rfc5280.mail-in-alternative",
                mail("a").extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("a")),
                "subject emailAddress: 'a' is not an rfc822Name of the subjectAltName");
        says(
                "rfc5280.mail-in-alternative",
                mail("a@b").without(Oid.SUBJECT_ALT_NAME),
                "subject emailAddress: 'a@b' is not an rfc822Name of the subjectAltName");
        silent(
                "rfc5280.mail-in-alternative",
                server().issuer(Asn1.name(Oid.EMAIL_ADDRESS, new DERIA5String("a@b"))),
                server().subject(Asn1.name(Oid.COMMON_NAME, new DERUTF8String("a@b"))));
    }
}

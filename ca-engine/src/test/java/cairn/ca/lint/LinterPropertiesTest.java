package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Finding;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.Severity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;

/** The linter over anything at all: it never throws, and what it says can always be shown. */
class LinterPropertiesTest {
    private static final Linter LINTER = RuleCatalogue.linter();
    private static final Map<String, RuleDescription> RULES =
            LINTER.rules().stream().collect(Collectors.toMap(RuleDescription::id, Function.identity()));
    private static final List<Severity> SEVERITIES = List.of(Severity.ERROR, Severity.WARNING, Severity.NOTICE);
    private static final LintContext EVERYTHING = Fixtures.underIntermediate()
            .tagged(Set.of(
                    LintTag.MATTER_DAC,
                    LintTag.MATTER_PAI,
                    LintTag.MATTER_PAA,
                    LintTag.IDEVID,
                    LintTag.OCSP_RESPONDER));

    private static void proper(List<Finding> findings) {
        for (Finding finding : findings) {
            RuleDescription rule = Objects.requireNonNull(RULES.get(finding.code()));
            assertEquals(rule.clause(), finding.clause());
            assertEquals(rule.severity(), finding.severity());
            assertTrue(finding.words().codePoints().noneMatch(PlainText::isUnsafe), finding::toString);
            assertTrue(finding.where().codePoints().noneMatch(PlainText::isUnsafe), finding::toString);
            assertTrue(!finding.words().isBlank() && !finding.words().endsWith("."), finding::toString);
        }
    }

    @Provide
    Arbitrary<String> extensions() {
        return Arbitraries.of(
                Oid.SUBJECT_DIRECTORY_ATTRIBUTES,
                Oid.SUBJECT_KEY_IDENTIFIER,
                Oid.KEY_USAGE,
                Oid.PRIVATE_KEY_USAGE_PERIOD,
                Oid.SUBJECT_ALT_NAME,
                Oid.ISSUER_ALT_NAME,
                Oid.BASIC_CONSTRAINTS,
                Oid.NAME_CONSTRAINTS,
                Oid.CRL_DISTRIBUTION_POINTS,
                Oid.CERTIFICATE_POLICIES,
                Oid.POLICY_MAPPINGS,
                Oid.AUTHORITY_KEY_IDENTIFIER,
                Oid.POLICY_CONSTRAINTS,
                Oid.EXT_KEY_USAGE,
                Oid.FRESHEST_CRL,
                Oid.INHIBIT_ANY_POLICY,
                Oid.NO_REV_AVAIL,
                Oid.AUTHORITY_INFO_ACCESS,
                Oid.SUBJECT_INFO_ACCESS,
                Oid.OCSP_NO_CHECK,
                Oid.SCT_LIST,
                Oid.POISON,
                Oid.CRL_NUMBER,
                Oid.DELTA_CRL_INDICATOR,
                Oid.ISSUING_DISTRIBUTION_POINT,
                Oid.REASON_CODE,
                Oid.INVALIDITY_DATE,
                Oid.CERTIFICATE_ISSUER);
    }

    /** Octets that look like DER more often than chance: a known tag, a length that mostly fits, and more of the same. */
    @Provide
    Arbitrary<byte[]> values() {
        Arbitrary<Byte> tags = Arbitraries.of(
                (byte) 0x30,
                (byte) 0x31,
                (byte) 0xA0,
                (byte) 0xA1,
                (byte) 0xA4,
                (byte) 0x82,
                (byte) 0x86,
                (byte) 0x87,
                (byte) 0x81,
                (byte) 0x80,
                (byte) 3,
                (byte) 4,
                (byte) 6,
                (byte) 2,
                (byte) 1,
                (byte) 5,
                (byte) 0x0A,
                (byte) 0x0C,
                (byte) 0x18);
        Arbitrary<byte[]> leaf = Arbitraries.bytes().array(byte[].class).ofMaxSize(6);
        return Arbitraries.recursive(
                () -> leaf,
                inner -> inner.list().ofMaxSize(3).flatMap(parts -> tags.map(tag -> wrapped(tag, parts))),
                1,
                4);
    }

    private static byte[] wrapped(byte tag, List<byte[]> parts) {
        int length = parts.stream().mapToInt(part -> part.length).sum();
        if (length > 120) {
            return new byte[] {tag, 0};
        }
        byte[] whole = new byte[length + 2];
        whole[0] = tag;
        whole[1] = (byte) length;
        int at = 2;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    @Property(tries = 250)
    void anyOctetsMayBeTheValueOfAnyExtension(
            @ForAll("extensions") String oid, @ForAll("values") byte[] value, @ForAll boolean critical) {
        CertificateFixture end = Fixtures.server().rawExtension(oid, critical, value);
        CertificateFixture authority = Fixtures.root().rawExtension(oid, critical, value);
        proper(LINTER.lintCertificate(end.der(), EVERYTHING));
        proper(LINTER.lintCertificate(authority.der(), EVERYTHING));
        ASN1Encodable extension = Asn1.sequence(Asn1.oid(oid), new DEROctetString(value));
        proper(LINTER.lintCertificateList(new CrlFixture().whole(oid, extension).der(), EVERYTHING));
        ASN1Encodable entry = CrlFixture.entry(BigInteger.TEN, "260115120000Z", extension);
        proper(LINTER.lintCertificateList(new CrlFixture().entries(entry).der(), EVERYTHING));
    }

    @Property(tries = 100)
    void anyIssuerMayStandAboveACertificate(@ForAll("extensions") String oid, @ForAll("values") byte[] value) {
        CertificateFixture issuer = Fixtures.intermediate().rawExtension(oid, true, value);
        assertTrue(LINTER.lintCertificate(issuer.der(), LintContext.unknown()).stream()
                .noneMatch(each -> each.code().equals(Linter.READABLE.id())));
        cairn.ca.x509.Certificate certificate;
        try {
            certificate = cairn.ca.x509.Certificate.ofDer(issuer.der());
        } catch (cairn.ca.x509.MalformedException e) {
            // What is refused as a certificate issues nothing.
            return;
        }
        LintContext context = LintContext.internal().issuedBy(certificate);
        proper(LINTER.lintCertificate(Fixtures.server().der(), context));
        proper(LINTER.lintCertificateList(new CrlFixture().der(), context));
    }

    @Property(tries = 150)
    void anyTextMayBeANameOfAnyKind(@ForAll @StringLength(max = 60) String text, @ForAll @IntRange(max = 30) int kind) {
        ASN1Encodable[] names = {
            Asn1.general(kind, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), Asn1.general(2, "a")
        };
        CertificateFixture named = Fixtures.server()
                .subject(
                        Asn1.name(Oid.COMMON_NAME, new DERUTF8String(text), Oid.EMAIL_ADDRESS, new DERUTF8String(text)))
                .extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(names))
                .extension(Oid.ISSUER_ALT_NAME, false, Asn1.sequence(names));
        proper(LINTER.lintCertificate(named.der(), EVERYTHING));
        proper(LINTER.lintCertificate(Fixtures.constrained(0, names[0]).der(), EVERYTHING));
    }

    @Property(tries = 100)
    void anyOctetsMayBeAKeyOfAnyAlgorithm(
            @ForAll @Size(max = 80) byte[] octets,
            @ForAll("algorithms") String oid,
            @ForAll("values") byte[] parameters) {
        ASN1Encodable algorithm = Asn1.algorithm(oid, new DEROctetString(parameters));
        CertificateFixture keyed =
                Fixtures.server().key(FixtureKeys.of(algorithm, octets)).signedWith(algorithm);
        proper(LINTER.lintCertificate(keyed.der(), EVERYTHING));
        proper(LINTER.lintCertificate(
                Fixtures.server()
                        .key(FixtureKeys.of(Asn1.algorithm(oid), octets))
                        .der(),
                EVERYTHING));
    }

    @Provide
    Arbitrary<String> algorithms() {
        return Arbitraries.of(
                Oid.RSA_ENCRYPTION,
                Oid.RSASSA_PSS,
                Oid.EC_PUBLIC_KEY,
                Oid.ED25519,
                Oid.X448,
                Oid.NIST_SIGNATURES + 17,
                Oid.NIST_KEMS + 1);
    }

    @Property(tries = 100)
    void aCertificateCutAnywhereIsUnreadableAndNothingElse(@ForAll @IntRange(max = 600) int length) {
        byte[] whole = Fixtures.server().der();
        byte[] cut = java.util.Arrays.copyOf(whole, Math.min(length, whole.length - 1));
        List<Finding> found = LINTER.lintCertificate(cut, EVERYTHING);
        assertEquals(
                List.of(Linter.READABLE.id()), found.stream().map(Finding::code).toList());
        proper(found);
    }

    @Property(tries = 200)
    void skipsDivideTheFindingsWithoutLosingOne(
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> rules,
            @ForAll Set<@IntRange(max = 5) Integer> skips) {
        List<Finding> found = rules.stream()
                .map(i -> new Finding("a.r" + i, "X 1", "w", "x", SEVERITIES.get(i % 3)))
                .toList();
        LintResult result = LintResult.of(
                found,
                skips.stream().map(i -> new LintSkip("a.r" + i, "because")).toList());
        List<Finding> kept = new ArrayList<>(found);
        kept.removeIf(each -> skips.contains(Integer.valueOf(each.code().substring(3))));
        assertEquals(kept, result.findings());
        assertEquals(found.size(), result.findings().size() + result.skipped().size());
        assertEquals(kept.stream().anyMatch(each -> each.severity() == Severity.ERROR), result.blocks());
    }
}

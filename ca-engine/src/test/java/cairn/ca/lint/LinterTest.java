package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;

/** The linter around the rules: skips, limits, and bytes that somebody has damaged on purpose. */
class LinterTest {
    private final Linter linter = RuleCatalogue.linter();

    @Test
    void anErrorBlocksUnlessItIsSkippedWithAReason() {
        List<Finding> found =
                linter.lintCertificate(Fixtures.server().serial(BigInteger.ONE).der(), LintContext.internal());
        assertTrue(LintResult.of(found, List.of()).blocks());
        LintSkip skip = new LintSkip("internal.serial-entropy", "imported from the old system");
        LintResult skipped = LintResult.of(found, List.of(skip));
        assertFalse(skipped.blocks());
        assertEquals(List.of(), skipped.findings());
        assertEquals(
                "imported from the old system", skipped.skipped().getFirst().reason());
        assertEquals(
                "internal.serial-entropy",
                skipped.skipped().getFirst().finding().code());
    }

    @Test
    void aSkipOfOneRuleLeavesTheOthers() {
        List<Finding> found =
                linter.lintCertificate(Fixtures.server().serial(BigInteger.ZERO).der(), LintContext.internal());
        LintResult result = LintResult.of(found, List.of(new LintSkip("internal.serial-entropy", "because")));
        assertTrue(result.blocks());
        assertEquals(
                List.of("rfc5280.serial-positive"),
                result.findings().stream().map(Finding::code).toList());
    }

    @Test
    void aWarningDoesNotBlock() {
        List<Finding> found = linter.lintCertificate(
                Fixtures.server().without(Oid.SUBJECT_KEY_IDENTIFIER).der(), LintContext.internal());
        assertEquals(Severity.WARNING, found.getFirst().severity());
        assertFalse(LintResult.of(found, List.of()).blocks());
    }

    @Test
    void aSkipWithoutARuleOrAReasonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LintSkip("internal.serial-entropy", "  "));
        assertThrows(IllegalArgumentException.class, () -> new LintSkip("", "because"));
    }

    @Test
    void rulesOfAnInternalAuthorityAreSilentAboutOtherPeoplesCertificates() {
        CertificateFixture small = Fixtures.server().serial(BigInteger.valueOf(5));
        assertEquals(List.of(), linter.lintCertificate(small.der(), LintContext.unknown()));
        assertEquals(
                1, linter.lintCertificate(small.der(), LintContext.internal()).size());
    }

    @Test
    void wordsOfAFindingAreSafeToShow() {
        ASN1Encodable name = Asn1.name(Oid.COMMON_NAME, new DERUTF8String("a\u001B[2Jb\u202E"));
        List<Finding> found =
                linter.lintCertificate(Fixtures.server().subject(name).der(), LintContext.internal());
        assertTrue(found.stream().anyMatch(each -> each.words().contains("a[U+001B][2Jb[U+202E]")), found::toString);
    }

    @Test
    void aListWithManyDefectsDoesNotFlood() {
        ASN1Encodable[] entries = new ASN1Encodable[500];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = CrlFixture.entry(BigInteger.valueOf(1000L + i % 250), "300101000000Z");
        }
        List<Finding> found =
                linter.lintCertificateList(new CrlFixture().entries(entries).der(), LintContext.internal());
        assertEquals(
                50,
                found.stream()
                        .filter(each -> each.code().equals("rfc5280.crl-serial-twice"))
                        .count());
        assertEquals(
                50,
                found.stream()
                        .filter(each -> each.code().equals("rfc5280.crl-entry-after-list"))
                        .count());
    }

    @Test
    void damagedBytesGiveFindingsAndNeverAnException() {
        Random random = new Random(20260101);
        List<byte[]> certificates = new ArrayList<>(List.of(
                Fixtures.server().der(),
                Fixtures.root().der(),
                Fixtures.intermediate().der(),
                Fixtures.deviceIdentifier().der()));
        LintContext context = Fixtures.underIntermediate();
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = damage(certificates.get(i % certificates.size()), random);
            linter.lintCertificate(damaged, context);
            linter.lintCertificateList(damaged, context);
        }
        byte[] list = new CrlFixture().der();
        for (int i = 0; i < 1500; i++) {
            linter.lintCertificateList(damage(list, random), context);
        }
    }

    private static byte[] damage(byte[] original, Random random) {
        byte[] damaged = original.clone();
        int flips = 1 + random.nextInt(3);
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(damaged.length);
            damaged[at] =
                    random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (damaged[at] ^ (1 << random.nextInt(8)));
        }
        return damaged;
    }
}

package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Severity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERUTCTime;
import org.junit.jupiter.api.Test;

/** The run over the rules: which apply, in which order findings come, and how many of them. */
class LinterRunTest {
    private static final byte[] SERVER = Fixtures.server().der();

    /** A rule that finds so many things. */
    private static final class Loud extends CertificateRule {
        private final int times;

        Loud(String id, int times) {
            super(id, "X 1", Severity.NOTICE, "words");
            this.times = times;
        }

        @Override
        public void check(CertificateView certificate, LintContext context, Report report) {
            IntStream.range(0, times).forEach(i -> report.add("place " + i, "number\n" + i));
        }
    }

    /** A rule that finds something in a list. */
    private static final class LoudList extends CrlRule {
        LoudList(String id) {
            super(id, "X 2", Severity.WARNING, "words");
        }

        @Override
        public void check(CrlView list, LintContext context, Report report) {
            report.add("list", "found");
        }
    }

    /** A rule that finds something in each entry. */
    private static final class LoudEntry extends CrlEntryRule {
        LoudEntry(String id) {
            super(id, "X 3", Severity.ERROR, "words");
        }

        @Override
        public void check(CrlEntryView entry, CrlView list, Report report) {
            report.add(entry.where(), "found");
        }
    }

    private static Linter of(CertificateRule... rules) {
        return new Linter(List.of(rules), List.of(), List.of());
    }

    @Test
    void findingsComeInTheOrderOfTheRules() {
        List<Finding> found = of(new Loud("z.z", 2), new Loud("a.a", 1)).lintCertificate(SERVER, LintContext.unknown());
        assertEquals(
                List.of("z.z", "z.z", "a.a"), found.stream().map(Finding::code).toList());
        assertEquals(
                List.of("place 0", "place 1", "place 0"),
                found.stream().map(Finding::where).toList());
        assertEquals(Finding.notice("z.z", "X 1", "place 1", "number[U+000A]1"), found.get(1));
    }

    @Test
    void fiftyFindingsOfEachRuleAreKept() {
        Linter linter = of(new Loud("a.a", 50), new Loud("a.b", 51), new Loud("a.c", 1));
        List<Finding> found = linter.lintCertificate(SERVER, LintContext.unknown());
        assertEquals(
                50, found.stream().filter(each -> each.code().equals("a.a")).count());
        List<Finding> most =
                found.stream().filter(each -> each.code().equals("a.b")).toList();
        assertEquals(50, most.size());
        assertEquals("place 49", most.getLast().where());
        assertEquals("a.c", found.getLast().code());
    }

    @Test
    void internalRulesRunOnlyForAnInternalAuthority() {
        Linter linter = new Linter(
                List.of(new Loud("internal.a", 1), new Loud("x.a", 1)),
                List.of(new LoudList("internal.b"), new LoudList("x.b")),
                List.of(new LoudEntry("internal.c"), new LoudEntry("x.c")));
        byte[] list = new CrlFixture()
                .entries(CrlFixture.entry(BigInteger.TEN, "260115120000Z"))
                .der();
        assertEquals(List.of("x.a"), rules(linter.lintCertificate(SERVER, LintContext.unknown())));
        assertEquals(List.of("internal.a", "x.a"), rules(linter.lintCertificate(SERVER, LintContext.internal())));
        assertEquals(List.of("x.b", "x.c"), rules(linter.lintCertificateList(list, LintContext.unknown())));
        assertEquals(
                List.of("internal.b", "x.b", "internal.c", "x.c"),
                rules(linter.lintCertificateList(list, LintContext.internal())));
    }

    private static List<String> rules(List<Finding> found) {
        return found.stream().map(Finding::code).toList();
    }

    @Test
    void entriesAreWalkedOnceAndFindingsStillComeByRule() {
        Linter linter = new Linter(List.of(), List.of(), List.of(new LoudEntry("a.a"), new LoudEntry("a.b")));
        ASN1Encodable one = CrlFixture.entry(BigInteger.ONE, "260115120000Z");
        ASN1Encodable two = CrlFixture.entry(BigInteger.TWO, "260115120000Z");
        List<Finding> found =
                linter.lintCertificateList(new CrlFixture().entries(one, two).der(), LintContext.unknown());
        assertEquals(
                List.of("a.a entry 01", "a.a entry 02", "a.b entry 01", "a.b entry 02"),
                found.stream().map(each -> each.code() + " " + each.where()).toList());
    }

    @Test
    void theRulesTellOfThemselvesInTheOrderOfTheRun() {
        Linter linter =
                new Linter(List.of(new Loud("c.c", 1)), List.of(new LoudList("b.b")), List.of(new LoudEntry("a.a")));
        assertEquals(
                List.of("x690.readable", "c.c", "b.b", "a.a"),
                linter.rules().stream().map(RuleDescription::id).toList());
    }

    @Test
    void bytesThatCannotBeReadGiveOneFindingWithItsPlace() {
        Linter linter = of(new Loud("a.a", 1));
        for (LintContext context : List.of(LintContext.unknown(), LintContext.internal())) {
            List<Finding> found = linter.lintCertificate(new byte[] {0x30, 0x01}, context);
            assertEquals(1, found.size());
            assertEquals(Linter.READABLE.id(), found.getFirst().code());
            assertEquals(Severity.ERROR, found.getFirst().severity());
            assertEquals("offset 0", found.getFirst().where());
            assertEquals(found, linter.lintCertificateList(new byte[] {0x30, 0x01}, context));
        }
    }

    @Test
    void aCertificateIsNoListAndAListNoCertificate() {
        Linter linter = RuleCatalogue.linter();
        assertEquals(List.of("x690.readable"), rules(linter.lintCertificateList(SERVER, LintContext.internal())));
        assertEquals(
                List.of("x690.readable"),
                rules(linter.lintCertificate(new CrlFixture().der(), LintContext.internal())));
    }

    @Test
    void readValuesAndTheirBytesGiveTheSameFindings() throws MalformedException {
        Linter linter = RuleCatalogue.linter();
        CertificateFixture certificate =
                Fixtures.server().without(Oid.SUBJECT_ALT_NAME).serial(BigInteger.TEN);
        assertEquals(
                linter.lintCertificate(certificate.der(), Fixtures.underIntermediate()),
                linter.lint(certificate.certificate(), Fixtures.underIntermediate()));
        byte[] list = new CrlFixture().without(Oid.CRL_NUMBER).der();
        List<Finding> found = linter.lint(CertificateList.ofDer(list), LintContext.internal());
        assertEquals(List.of("rfc5280.crl-number-present"), rules(found));
        assertEquals(found, linter.lintCertificateList(list, LintContext.internal()));
    }

    @Test
    void aRunLeavesNothingBehindForTheNext() {
        Linter linter = of(new Loud("a.a", 60));
        int first = linter.lintCertificate(SERVER, LintContext.unknown()).size();
        assertEquals(
                first, linter.lintCertificate(SERVER, LintContext.unknown()).size());
    }

    @Test
    void theListsOfRulesAreCopied() {
        List<CertificateRule> rules = new ArrayList<>(List.of(new Loud("a.a", 1)));
        Linter linter = new Linter(rules, List.of(), List.of());
        rules.clear();
        assertEquals(1, linter.lintCertificate(SERVER, LintContext.unknown()).size());
        assertThrows(UnsupportedOperationException.class, () -> linter.rules().clear());
    }

    @Test
    void severalDefectsOfOneCertificateAreAllFoundInTheOrderOfTheCatalogue() {
        Linter linter = RuleCatalogue.linter();
        List<String> order = linter.rules().stream().map(RuleDescription::id).toList();
        CertificateFixture many = Fixtures.server()
                .serial(BigInteger.ONE)
                .validity(new DERUTCTime("260101000000Z"), new DERUTCTime("250101000000Z"))
                .without(Oid.AUTHORITY_KEY_IDENTIFIER)
                .extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("a_b", "a..b"));
        List<String> found = rules(linter.lintCertificate(many.der(), LintContext.internal()));
        assertEquals(
                List.of(
                        "internal.serial-entropy",
                        "rfc5280.validity-order",
                        "rfc1034.dns-name-underscore",
                        "rfc1034.dns-label-empty",
                        "rfc5280.subject-alt-not-critical",
                        "internal.common-name-in-alternative",
                        "rfc5280.aki-present"),
                found);
        assertEquals(
                found.stream().sorted(Comparator.comparingInt(order::indexOf)).toList(), found);
    }
}

package cairn.ca.lint;

import java.util.ArrayList;
import java.util.List;

/** Certificates and lists that one rule must object to, or must leave alone. */
final class RuleCases {
    /**
     * One case.
     *
     * @param rule the rule's id
     * @param objects whether it must object
     * @param list whether the bytes are a list
     */
    record Case(String rule, boolean objects, boolean list, cairn.ca.x509.Octets der, LintContext context) {}

    private final List<Case> cases = new ArrayList<>();

    /** The rule must object, in the context of an internal authority. */
    void bad(String rule, CertificateFixture fixture) {
        bad(rule, fixture, LintContext.internal());
    }

    void bad(String rule, CertificateFixture fixture, LintContext context) {
        bad(rule, fixture.der(), context);
    }

    void bad(String rule, byte[] der, LintContext context) {
        cases.add(new Case(rule, true, false, cairn.ca.x509.Octets.of(der), context));
    }

    /** The rule must be silent at something that is close to what it objects to. */
    void good(String rule, CertificateFixture fixture) {
        good(rule, fixture, LintContext.internal());
    }

    void good(String rule, CertificateFixture fixture, LintContext context) {
        cases.add(new Case(rule, false, false, cairn.ca.x509.Octets.of(fixture.der()), context));
    }

    void badList(String rule, CrlFixture fixture) {
        badList(rule, fixture, LintContext.internal());
    }

    void badList(String rule, CrlFixture fixture, LintContext context) {
        cases.add(new Case(rule, true, true, cairn.ca.x509.Octets.of(fixture.der()), context));
    }

    void goodList(String rule, CrlFixture fixture, LintContext context) {
        cases.add(new Case(rule, false, true, cairn.ca.x509.Octets.of(fixture.der()), context));
    }

    List<Case> all() {
        return cases;
    }
}

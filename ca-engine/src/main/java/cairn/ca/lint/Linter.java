package cairn.ca.lint;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs rules over certificates and lists. The signature itself is not looked at: what is linted was signed by a
 * throw-away key. Immutable and safe for every thread. The full set of rules is in
 * {@code cairn.ca.lint.catalogue.RuleCatalogue}.
 */
public final class Linter {
    /** The rule that stands for bytes that no other rule can read. */
    public static final RuleDescription READABLE = new RuleDescription(
            "x690.readable",
            "X.690 section 10; RFC 5280 sections 4.1 and 5.1",
            Severity.ERROR,
            "The bytes are one DER element with the fields of a certificate or a list");

    /** So many findings of one rule say enough; a list of a million entries must not make a million findings. */
    private static final int MOST_FINDINGS_A_RULE = 50;

    private final List<CertificateRule> certificateRules;
    private final List<CrlRule> crlRules;
    private final List<CrlEntryRule> entryRules;

    /** Uses exactly these rules. */
    public Linter(List<CertificateRule> certificateRules, List<CrlRule> crlRules, List<CrlEntryRule> entryRules) {
        this.certificateRules = List.copyOf(certificateRules);
        this.crlRules = List.copyOf(crlRules);
        this.entryRules = List.copyOf(entryRules);
    }

    /** What the rules say of themselves, in the order in which they run. */
    public List<RuleDescription> rules() {
        return Stream.of(
                        Stream.of(READABLE),
                        certificateRules.stream().map(CertificateRule::about),
                        crlRules.stream().map(CrlRule::about),
                        entryRules.stream().map(CrlEntryRule::about))
                .flatMap(rules -> rules)
                .toList();
    }

    /** Lints a certificate. */
    public List<Finding> lint(Certificate certificate, LintContext context) {
        return lint(CertificateView.of(certificate), context);
    }

    /** Lints a list. */
    public List<Finding> lint(CertificateList list, LintContext context) {
        return lint(CrlView.of(list), context);
    }

    /** Lints the bytes of a certificate from outside, also where they are too broken to become a {@link Certificate}. */
    public List<Finding> lintCertificate(byte[] der, LintContext context) {
        try {
            return lint(CertificateView.ofDer(der), context);
        } catch (MalformedException e) {
            return unreadable(e);
        }
    }

    /** Lints the bytes of a list from outside, also where they are too broken to become a {@link CertificateList}. */
    public List<Finding> lintCertificateList(byte[] der, LintContext context) {
        try {
            return lint(CrlView.ofDer(der), context);
        } catch (MalformedException e) {
            return unreadable(e);
        }
    }

    private List<Finding> lint(CertificateView view, LintContext context) {
        Collector collector = new Collector();
        for (CertificateRule rule : certificateRules) {
            if (collector.begin(rule.about(), context)) {
                rule.check(view, context, collector);
            }
        }
        return collector.findings;
    }

    private List<Finding> lint(CrlView view, LintContext context) {
        Collector collector = new Collector();
        for (CrlRule rule : crlRules) {
            if (collector.begin(rule.about(), context)) {
                rule.check(view, context, collector);
            }
        }
        List<Collector> perRule =
                entryRules.stream().map(rule -> new Collector()).toList();
        for (int i = 0; i < entryRules.size(); i++) {
            perRule.get(i).begin(entryRules.get(i).about(), context);
        }
        for (CrlEntryView entry : view.entries()) {
            for (int i = 0; i < entryRules.size(); i++) {
                if (perRule.get(i).applies) {
                    entryRules.get(i).check(entry, view, perRule.get(i));
                }
            }
        }
        perRule.forEach(each -> collector.findings.addAll(each.findings));
        return collector.findings;
    }

    private static List<Finding> unreadable(MalformedException e) {
        return List.of(READABLE.finding(e.where(), String.valueOf(e.getMessage())));
    }

    /** Collects for one rule after the other. */
    private static final class Collector implements Report {
        private final List<Finding> findings = new ArrayList<>();
        private RuleDescription rule = READABLE;
        private int count;
        private boolean applies;

        boolean begin(RuleDescription next, LintContext context) {
            rule = next;
            count = 0;
            applies = context.isInternal() || !next.isInternal();
            return applies;
        }

        @Override
        public void add(String where, String words) {
            count++;
            if (count <= MOST_FINDINGS_A_RULE) {
                findings.add(rule.finding(where, words));
            }
        }
    }
}

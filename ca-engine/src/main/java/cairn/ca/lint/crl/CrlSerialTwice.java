package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** No serial number occurs twice in a list. */
final class CrlSerialTwice extends CrlRule {
    CrlSerialTwice() {
        super(
                "rfc5280.crl-serial-twice",
                "RFC 5280 section 5.1.2.6; incident of 2025 (bug 1943379)",
                Severity.ERROR,
                "No serial number occurs twice in a list");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        // A million entries: sort 64-bit digests, and look closer only where two are equal.
        long[] digests = new long[1024];
        int count = 0;
        for (CrlEntryView entry : list.entries()) {
            if (count == digests.length) {
                digests = Arrays.copyOf(digests, 2 * count);
            }
            digests[count++] = digest(entry);
        }
        Arrays.sort(digests, 0, count);
        Set<Long> suspects = new HashSet<>();
        for (int i = 1; i < count; i++) {
            if (digests[i] == digests[i - 1]) {
                suspects.add(digests[i]);
            }
        }
        if (!suspects.isEmpty()
                && list.issuingDistributionPoint()
                        .map(point -> !point.indirect())
                        .orElse(true)) {
            confirm(list, suspects, report);
        }
    }

    private static void confirm(CrlView list, Set<Long> suspects, Report report) {
        Set<String> seen = new HashSet<>();
        for (CrlEntryView entry : list.entries()) {
            if (suspects.contains(digest(entry)) && !seen.add(entry.where())) {
                report.add(entry.where(), "occurs more than once");
            }
        }
    }

    private static long digest(CrlEntryView entry) {
        long digest = 0xCBF29CE484222325L;
        for (int i = 0; i < entry.serial().length(); i++) {
            digest = (digest ^ entry.serial().octet(i)) * 0x100000001B3L;
        }
        return digest;
    }
}

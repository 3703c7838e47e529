package cairn.ca.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, by rule, what was detected and missed, and what was objected to although the data call it good. */
final class LintScore {
    private static final class Counts {
        private int detected;
        private int missed;
        private int falseAlarms;
    }

    private final Map<String, Counts> byRule = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    void detected(String rules) {
        counts(rules).detected++;
    }

    void missed(String rules, String remark) {
        counts(rules).missed++;
        remarks.add("missed: " + remark);
    }

    void falseAlarm(String rules, String remark) {
        counts(rules).falseAlarms++;
        remarks.add("false alarm: " + remark);
    }

    void good(String rules) {
        counts(rules);
    }

    private Counts counts(String rules) {
        return byRule.computeIfAbsent(rules, each -> new Counts());
    }

    int detected() {
        return byRule.values().stream().mapToInt(each -> each.detected).sum();
    }

    int missed() {
        return byRule.values().stream().mapToInt(each -> each.missed).sum();
    }

    int falseAlarms() {
        return byRule.values().stream().mapToInt(each -> each.falseAlarms).sum();
    }

    List<String> remarks() {
        return remarks;
    }

    String table(String title) {
        StringBuilder text = new StringBuilder(title + "\n");
        text.append(String.format("%-90s %8s %6s %12s%n", "rule", "detected", "missed", "false alarms"));
        byRule.forEach((rule, each) ->
                text.append(String.format("%-90s %8d %6d %12d%n", rule, each.detected, each.missed, each.falseAlarms)));
        text.append(String.format("%-90s %8d %6d %12d%n", "all", detected(), missed(), falseAlarms()));
        remarks.forEach(each -> text.append(each).append('\n'));
        return text.append('\n').toString();
    }
}

package cairn.app.inspect;

import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.Inspected;
import cairn.app.session.Trust;
import cairn.ca.validation.Description;
import cairn.ca.validation.Inspection;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file in words: what it is, who it is about, what for, until when, and whether it can be trusted.
 *
 * @param kind what it is
 * @param words whether it can be trusted and why not
 */
record Summary(String kind, Tone tone, String words, List<Line> lines) {
    Summary {
        lines = List.copyOf(lines);
    }

    /** An answer to a question. */
    record Line(String question, String answer) {}

    /** Whether a password would show more. */
    static boolean isSealed(Inspection inspection) {
        return inspection.findings().stream()
                .anyMatch(finding -> finding.code().equals("keystore.not-opened")
                        || finding.code().equals("keystore.not-checked")
                        || finding.code().equals("keystore.integrity"));
    }

    static Summary of(Inspected what, Texts texts) {
        Inspection inspection = what.inspection();
        String kind = texts.choice("kind", inspection.kind());
        Optional<Description> first = inspection.contents().stream().findFirst();
        List<Line> lines = first.stream()
                .flatMap(object -> Stream.of(
                        line(texts, "who", object, "Subject"),
                        line(texts, "names", object, "subjectAltName"),
                        line(texts, "by", object, "Issuer"),
                        line(texts, "for", object, "extKeyUsage", "keyUsage", "basicConstraints"),
                        line(texts, "until", object, "Valid until", "Next by"),
                        line(texts, "entries", object, "Revoked certificates"),
                        line(texts, "key", object, "Key")))
                .flatMap(Optional::stream)
                .toList();
        Optional<Trust> trust = what.trust();
        if (trust.isPresent() && inspection.verdict() != Verdict.REJECT) {
            Trust.Standing standing = trust.get().standing();
            return new Summary(kind, tone(standing, inspection.verdict()), words(trust.get(), texts), lines);
        }
        return new Summary(kind, tone(inspection.verdict()), texts.choice("verdict", inspection.verdict()), lines);
    }

    private static Optional<Line> line(Texts texts, String key, Description object, String... labels) {
        String value = Stream.of(labels)
                .flatMap(label -> object.value(label).stream())
                .map(text -> text.replace("(critical) ", ""))
                .collect(Collectors.joining("; "));
        return value.isEmpty() ? Optional.empty() : Optional.of(new Line(texts.get("ask." + key), value));
    }

    private static String words(Trust trust, Texts texts) {
        String issuer = trust.issuer().map(name -> name.text()).orElse("");
        return trust.barrier()
                .map(Certificate::subject)
                .map(subject -> texts.get("trust.above." + trust.standing(), subject))
                .orElseGet(() -> texts.get("trust." + trust.standing(), issuer));
    }

    private static Tone tone(Trust.Standing standing, Verdict verdict) {
        return switch (standing) {
            case VALID -> verdict == Verdict.ACCEPT ? Tone.GOOD : Tone.WARNING;
            case HELD -> Tone.WAITING;
            case NOT_YET_VALID, EXPIRED, FOREIGN -> Tone.WARNING;
            case REVOKED, NOT_RECORDED, FORGED -> Tone.BAD;
        };
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case ACCEPT -> Tone.GOOD;
            case WARN -> Tone.WARNING;
            case REJECT -> Tone.BAD;
        };
    }

    /** All of it as text, to be copied. */
    static String text(Inspected what, Texts texts) {
        Summary summary = of(what, texts);
        StringBuilder text = new StringBuilder(what.name())
                .append('\n')
                .append(summary.kind())
                .append(": ")
                .append(summary.words())
                .append('\n');
        what.inspection()
                .findings()
                .forEach(finding -> text.append(finding.severity())
                        .append(' ')
                        .append(finding.words())
                        .append(" (")
                        .append(finding.clause())
                        .append(") [")
                        .append(finding.code())
                        .append("]\n"));
        for (Description content : what.inspection().contents()) {
            text.append(content.title()).append('\n');
            content.facts()
                    .forEach(fact -> text.append("  ")
                            .append(fact.label())
                            .append(": ")
                            .append(fact.value())
                            .append('\n'));
        }
        return text.toString();
    }
}

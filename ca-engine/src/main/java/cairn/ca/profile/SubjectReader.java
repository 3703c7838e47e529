package cairn.ca.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the part {@code subject} of a profile, and the rules for texts that other parts have as well. */
final class SubjectReader {
    private static final int MOST_ATTRIBUTES = 40;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST = 32_768;
    private static final List<String> UNLISTED = List.of("drop", "refuse");

    private SubjectReader() {}

    static SubjectRules read(ObjectReader file) {
        file.require("subject");
        return file.object("subject").map(SubjectReader::subject).orElse(new SubjectRules(List.of(), false, false));
    }

    private static SubjectRules subject(ObjectReader subject) {
        List<AttributeRule> rules = new ArrayList<>();
        Set<AttributeType> seen = new HashSet<>();
        for (ObjectReader attribute : subject.objects("attributes", MOST_ATTRIBUTES)) {
            attribute(attribute).ifPresent(rule -> {
                if (!seen.add(rule.type())) {
                    attribute.problem("type", "this type has a rule already", "write one rule for a type");
                }
                rules.add(rule);
            });
        }
        boolean drop = dropUnlisted(subject);
        boolean keep = subject.flag("keep-encoding", false);
        subject.finish();
        return new SubjectRules(rules, drop, keep);
    }

    private static Optional<AttributeRule> attribute(ObjectReader attribute) {
        attribute.require("type");
        Optional<AttributeType> type = attribute.word(
                "type", "the name of an attribute, such as commonName, or its object identifier", AttributeType::parse);
        int least = attribute.whole("min", 0, MOST_VALUES).orElse(0);
        int most = attribute.whole("max", 1, MOST_VALUES).orElse(Math.max(1, least));
        Optional<Template> fixed = template(attribute, "value");
        Optional<Template> otherwise = template(attribute, "default");
        boolean sameAsIssuer = attribute.flag("same-as-issuer", false);
        TextRule text = textRule(attribute);
        attribute.finish();
        if (least > most) {
            attribute.problem("min", "the least number is larger than the largest", "make min at most max");
        }
        if (fixed.isPresent() && (otherwise.isPresent() || sameAsIssuer || least > 1)) {
            attribute.problem(
                    "value", "a fixed value leaves no place for default, same-as-issuer or several values", "keep one");
        }
        type.ifPresent(t -> {
            constant(attribute, "value", fixed, text, t);
            constant(attribute, "default", otherwise, text, t);
        });
        return type.map(
                t -> new AttributeRule(t, least, most, new AttributeRule.Source(fixed, otherwise, sameAsIssuer), text));
    }

    /** A value without variables is either always right or always wrong. */
    private static void constant(
            ObjectReader attribute, String key, Optional<Template> template, TextRule rule, AttributeType type) {
        template.filter(Template::isConstant)
                .map(Template::toString)
                .flatMap(value -> rule.objection(value).or(() -> type.objection(value)))
                .ifPresent(words -> attribute.problem(key, words, "write a value that the rules allow"));
    }

    /** What happens to things without a rule. */
    static boolean dropUnlisted(ObjectReader object) {
        return object.word(
                        "unlisted", "drop or refuse", text -> Optional.of(text).filter(UNLISTED::contains))
                .map("drop"::equals)
                .orElse(false);
    }

    /** A text with variables. */
    static Optional<Template> template(ObjectReader object, String key) {
        return object.word(key, "a text, with variables written as ${name}", Template::parse);
    }

    /** Pattern and longest length. */
    static TextRule textRule(ObjectReader object) {
        Optional<LinearPattern> pattern = object.text("pattern").flatMap(text -> {
            try {
                return Optional.of(LinearPattern.compile(text));
            } catch (IllegalArgumentException e) {
                object.problem("pattern", String.valueOf(e.getMessage()), "write a simpler pattern");
                return Optional.empty();
            }
        });
        return new TextRule(pattern, object.whole("max-length", 1, LONGEST).orElse(LONGEST));
    }
}

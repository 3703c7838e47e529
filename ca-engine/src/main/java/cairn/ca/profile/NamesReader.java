package cairn.ca.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the part {@code alternative-names} of a profile. */
final class NamesReader {
    private static final int MOST_NAMES = 10_000;
    private static final int USUAL_MOST = 100;
    private static final int MOST_TEMPLATES = 20;
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,30}");

    private NamesReader() {}

    static NameRules read(ObjectReader file) {
        return file.object("alternative-names").map(NamesReader::names).orElseGet(NameRules::none);
    }

    private static NameRules names(ObjectReader names) {
        int least = names.whole("min", 0, MOST_NAMES).orElse(0);
        int most = names.whole("max", 1, MOST_NAMES).orElse(Math.max(USUAL_MOST, least));
        boolean drop = SubjectReader.dropUnlisted(names);
        boolean critical = names.flag("critical", false);
        List<NameRule> rules = new ArrayList<>();
        for (NameType type : NameType.values()) {
            if (type != NameType.OTHER) {
                names.object(type.word()).ifPresent(reader -> rules.add(rule(type, reader, most)));
            }
        }
        names.finish();
        if (least > most) {
            names.problem("min", "the least number is larger than the largest", "make min at most max");
        }
        if (least > 0 && rules.isEmpty()) {
            names.problem("min", "names are required and no kind is allowed", "add a kind, such as dns");
        }
        return new NameRules(rules, least, most, drop, critical);
    }

    private static NameRule rule(NameType type, ObjectReader rule, int mostOfAll) {
        int least = rule.whole("min", 0, MOST_NAMES).orElse(0);
        int most = rule.whole("max", 1, MOST_NAMES).orElse(Math.max(mostOfAll, least));
        List<Template> always =
                rule.words("values", MOST_TEMPLATES, "a text, with variables written as ${name}", Template::parse);
        TextRule text = SubjectReader.textRule(rule);
        NameForm form = switch (type) {
            case DNS -> new NameForm.Dns(rule.flag("wildcards", false), rule.flag("from-common-name", false));
            case IP -> new NameForm.Ip();
            case URI -> uri(rule);
            case EMAIL -> new NameForm.Email();
            case HARDWARE_MODULE ->
                new NameForm.Hardware(
                        rule.word("hardware-type", ObjectIds.EXPECTED, ObjectIds::parse),
                        rule.flag("from-serial-number", false));
            case OTHER -> throw new IllegalArgumentException("there are no rules for other names");
        };
        if (form instanceof NameForm.Hardware h
                && h.fromSerialNumber()
                && h.hardwareType().isEmpty()) {
            rule.problem("from-serial-number", "it needs a hardware type", "add hardware-type");
        }
        rule.finish();
        if (least > most) {
            rule.problem("min", "the least number is larger than the largest", "make min at most max");
        }
        if (most > mostOfAll) {
            rule.problem("max", "it is larger than the number of names of all kinds", "make it at most " + mostOfAll);
        }
        return new NameRule(type, least, most, always, text, form);
    }

    private static NameForm uri(ObjectReader rule) {
        boolean spiffe = rule.flag("spiffe", false);
        List<String> schemes = rule.words(
                "schemes",
                MOST_TEMPLATES,
                "a scheme in small letters, such as https",
                text -> Optional.of(text.toLowerCase(Locale.ROOT))
                        .filter(t -> t.equals(text) && SCHEME.matcher(t).matches()));
        if (spiffe && !schemes.isEmpty()) {
            rule.problem("schemes", "a SPIFFE ID has its own scheme", "remove the key");
        }
        return new NameForm.Uri(spiffe, schemes);
    }
}

package cairn.app.issue;

import cairn.app.fx.form.Field;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.OperatorEntries;
import cairn.ca.profile.Kind;
import cairn.ca.profile.Profile;
import cairn.ca.profile.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a person may set for the requests under one profile; fields that are left empty leave it to request and profile. */
final class Terms {
    /** More days than the last that a certificate can name (RFC 5280 section 4.1.2.5). */
    private static final int MOST_DAYS = 2_912_000;

    private final Profile profile;
    private final Map<String, Field> variables = new LinkedHashMap<>();
    private final Field days;
    private final Field subject;
    private final Field names;
    private final Field pathLength;

    Terms(Profile profile, Texts texts) {
        this.profile = profile;
        for (Variable variable : profile.variables()) {
            variables.put(
                    variable.name(),
                    new Field("", text -> variable.required() && text.isBlank() ? texts.get("variable.missing") : ""));
        }
        days = new Field("", text -> isNumber(text, 1, MOST_DAYS) ? "" : texts.get("days.wrong"));
        pathLength = new Field("", text -> isNumber(text, 0, 99) ? "" : texts.get("path-length.wrong"));
        subject = new Field("", fault(text -> OperatorEntries.distinguishedName("", text)));
        names = new Field("", fault(text -> {
            for (String name : split(text)) {
                OperatorEntries.name(name);
            }
        }));
    }

    private interface Reading {
        void read(String text) throws Problem;
    }

    private static Function<String, String> fault(Reading reading) {
        return text -> {
            if (text.isBlank()) {
                return "";
            }
            try {
                reading.read(text.strip());
                return "";
            } catch (Problem e) {
                return e.what();
            }
        };
    }

    private static boolean isNumber(String text, int least, int most) {
        if (text.isBlank()) {
            return true;
        }
        try {
            int number = Integer.parseInt(text.strip());
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    Profile profile() {
        return profile;
    }

    /** A field for each variable, in the profile's order. */
    Map<String, Field> variables() {
        return variables;
    }

    Field days() {
        return days;
    }

    Field subject() {
        return subject;
    }

    Field names() {
        return names;
    }

    Field pathLength() {
        return pathLength;
    }

    /** Whether the profile makes authorities, which have a path length. */
    boolean makesAuthorities() {
        return profile.kind() == Kind.AUTHORITY;
    }

    List<Field> all() {
        List<Field> all = new ArrayList<>(variables.values());
        all.addAll(List.of(days, subject, names, pathLength));
        return all;
    }

    /** Says at every field what is wrong with it; whether nothing is. */
    boolean check() {
        return Field.checkAll(all().toArray(Field[]::new));
    }

    /** What was entered so far, where each entry by itself can be meant. */
    OperatorEntries entries() {
        Map<String, String> set = new LinkedHashMap<>();
        variables.forEach((name, field) -> {
            if (!field.text().isEmpty()) {
                set.put(name, field.text());
            }
        });
        return new OperatorEntries(
                set,
                number(days),
                makesAuthorities() ? number(pathLength) : Optional.empty(),
                split(names.text()),
                Optional.of(subject.text()).filter(text -> !text.isEmpty()));
    }

    private static Optional<Integer> number(Field field) {
        return isNumber(field.text(), 0, MOST_DAYS) && !field.text().isEmpty()
                ? Optional.of(Integer.valueOf(field.text()))
                : Optional.empty();
    }
}

package cairn.ca.profile;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the alternative names of one kind may be.
 *
 * @param least how many there must be
 * @param most how many there may be
 * @param always names that every certificate gets, after those asked for
 */
record NameRule(NameType type, int least, int most, List<Template> always, TextRule text, NameForm form) {
    NameRule {
        always = List.copyOf(always);
    }

    private String field() {
        return "alternative-names." + type.word();
    }

    /** The names for the certificate, given those of this kind that were asked for. */
    List<AlternativeName> shape(List<AlternativeName> asked, Draft draft) {
        LinkedHashSet<AlternativeName> names = new LinkedHashSet<>(asked);
        if (names.isEmpty()) {
            form.derived(draft).ifPresent(text -> add(text, names, draft));
        }
        always.forEach(template -> addAll(template, names, draft));
        if (names.size() < least) {
            draft.refuse(field(), "name-required", names.size() + " names; at least " + least + " are required");
        }
        if (names.size() > most) {
            // Ten thousand names are not worth a look at each of them.
            draft.refuse(field(), "name-count", names.size() + " names; at most " + most + " are allowed");
            return List.of();
        }
        for (AlternativeName name : names) {
            form.objection(name)
                    .or(() -> text.objection(name.text()))
                    .ifPresent(words -> draft.refuse(field(), "name-value", "\"" + name.text() + "\": " + words));
        }
        return new ArrayList<>(names);
    }

    private void addAll(Template template, LinkedHashSet<AlternativeName> names, Draft draft) {
        Optional<List<String>> texts = template.expandList(draft.choices().variables());
        if (texts.isEmpty()) {
            draft.refuse(field(), "variable-missing", "give the variables of " + template);
        }
        texts.orElse(List.of()).forEach(text -> add(text, names, draft));
    }

    private void add(String text, LinkedHashSet<AlternativeName> names, Draft draft) {
        try {
            names.add(form.read(text));
        } catch (MalformedException e) {
            draft.refuse(field(), "name-value", String.valueOf(e.getMessage()));
        }
    }
}

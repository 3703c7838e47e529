package cairn.app.authorities;

import cairn.app.fx.form.Field;
import cairn.app.fx.text.Texts;
import cairn.app.session.NewAuthorities;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.Variable;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What is filled in for a new authority, and what is wrong with it. */
final class CreationInput {
    /** Nobody is asked for more days than this; it is some thousand years. */
    private static final int MOST_DAYS = 999_999;

    private final Texts texts;
    private final NewKind kind;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<CreationChoices> choices = new ReadOnlyObjectWrapper<>(CreationChoices.none());

    final Field name;
    final SubjectFields subject;
    final Field days;
    final Field pathLength;
    final SimpleBooleanProperty sameSubject = new SimpleBooleanProperty();
    final SimpleObjectProperty<@Nullable TokenSettings> token = new SimpleObjectProperty<>();
    final SimpleObjectProperty<KeyType> keyType = new SimpleObjectProperty<>(KeyType.EC_P384);
    final SimpleObjectProperty<@Nullable Profile> profile = new SimpleObjectProperty<>();
    final SimpleObjectProperty<Optional<AuthorityName>> parent;
    final Map<Variable, Field> variables = new LinkedHashMap<>();

    CreationInput(Texts texts, NewKind kind, Optional<AuthorityName> parent) {
        this.texts = texts;
        this.kind = kind;
        this.parent = new SimpleObjectProperty<>(parent);
        name = new Field("", this::nameFault);
        subject = new SubjectFields(texts);
        days = new Field("", value -> number(value, 1, "fault.days"));
        pathLength = new Field("", value -> number(value, 0, "fault.path-length"));
        profile.subscribe(this::ask);
    }

    /** A profile has variables of its own. */
    private void ask(@Nullable Profile chosen) {
        variables.clear();
        if (chosen != null) {
            chosen.variables().forEach(each -> variables.put(each, new Field("", value -> needed(each, value))));
        }
    }

    /** A name and a value. */
    record Fact(String name, String value) {
        /** The name is that of a field, with its mnemonic. */
        static Fact of(String field, String value) {
            return new Fact(field.replace("_", ""), value);
        }
    }

    /** Whether it is known what there is to choose from. */
    ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /** What there is to choose from. */
    ReadOnlyObjectProperty<CreationChoices> choices() {
        return choices.getReadOnlyProperty();
    }

    /** Shows everything that is wrong with the fields; whether nothing is. */
    boolean check() {
        boolean good = Field.checkAll(name, days, pathLength);
        good &= subject.check();
        for (Field field : variables.values()) {
            good &= field.check();
        }
        return good;
    }

    /** The very subject that another authority has; it is not composed anew, for then it could become another. */
    void keepSubject(DistinguishedName wanted) {
        subject.keep(wanted);
        sameSubject.set(true);
    }

    /** Takes what there is to choose from, and chooses what is usual where nothing is chosen. */
    void offer(CreationChoices read) {
        choices.set(read);
        offered.set(true);
        if (token.get() == null) {
            read.tokens().stream().findFirst().ifPresent(token::set);
        }
        if (profile.get() == null) {
            String usual = kind == NewKind.ROOT ? "root-ca" : "issuing-ca";
            profiles().stream()
                    .filter(each -> each.name().equals(usual))
                    .findFirst()
                    .or(() -> profiles().stream().findFirst())
                    .ifPresent(profile::set);
        }
        keepKeyType();
    }

    /** The kind of key that was chosen may be none that the token offers. */
    void keepKeyType() {
        List<KeyType> offered = keyTypes();
        if (!offered.isEmpty() && !offered.contains(keyType.get())) {
            keyType.set(offered.contains(KeyType.EC_P256) ? KeyType.EC_P256 : offered.getFirst());
        }
    }

    /** Those that make what is wanted here. */
    List<Profile> profiles() {
        return choices.get().profiles().stream()
                .filter(each -> each.isSelfSigned() == (kind == NewKind.ROOT))
                .toList();
    }

    List<KeyType> keyTypes() {
        TokenSettings chosen = token.get();
        return chosen == null ? List.of() : choices.get().keyTypes(chosen);
    }

    /** Authorities that may certify another. */
    List<AuthorityName> parents() {
        return choices.get().known().stream()
                .filter(each -> each.state() == Authority.State.ACTIVE)
                .map(Authority::name)
                .toList();
    }

    /** The authority that has the subject already, if there is one. */
    Optional<AuthorityName> twin() {
        return subject.name()
                .flatMap(wanted -> NewAuthorities.holding(choices.get().known(), wanted))
                .map(Authority::name);
    }

    /** All of it in words, to be read before it is made. */
    List<Fact> facts(TokenSettings where, DistinguishedName wanted) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("name"), name.text()));
        facts.add(Fact.of(texts.get("subject"), wanted.toString()));
        parent.get().ifPresent(above -> facts.add(Fact.of(texts.get("parent"), above.text())));
        facts.add(Fact.of(texts.get("token"), where.title()));
        facts.add(Fact.of(texts.get("key"), keyType.get().title()));
        Profile shape = profile.get();
        if (kind != NewKind.REQUEST && shape != null) {
            facts.add(Fact.of(texts.get("profile"), shape.title()));
            facts.add(Fact.of(
                    texts.get("days"),
                    texts.get(
                            "days.count",
                            days.text().isEmpty() ? shape.usualLifetime().toDays() : Long.parseLong(days.text()))));
            if (!pathLength.text().isEmpty()) {
                facts.add(Fact.of(texts.get("path-length"), pathLength.text()));
            }
            variables.forEach((variable, field) -> {
                if (!field.text().isEmpty()) {
                    facts.add(Fact.of(variable.name(), field.text()));
                }
            });
        }
        return facts;
    }

    /** What of it the profile leaves to the operator. */
    OperatorChoices operatorChoices() {
        OperatorChoices chosen = OperatorChoices.none();
        for (Map.Entry<Variable, Field> each : variables.entrySet()) {
            if (!each.getValue().text().isEmpty()) {
                chosen = chosen.withVariable(
                        each.getKey().name(), each.getValue().text());
            }
        }
        if (!days.text().isEmpty()) {
            chosen = chosen.withLifetime(Duration.ofDays(Integer.parseInt(days.text())));
        }
        return pathLength.text().isEmpty() ? chosen : chosen.withPathLength(Integer.parseInt(pathLength.text()));
    }

    private String nameFault(String value) {
        try {
            AuthorityName wanted = new AuthorityName(value.strip());
            boolean taken =
                    choices.get().known().stream().anyMatch(each -> each.name().equals(wanted));
            return taken ? texts.get("fault.name-taken", wanted) : "";
        } catch (IllegalArgumentException e) {
            return texts.get("fault.name");
        }
    }

    private String number(String value, int least, String key) {
        String text = value.strip();
        boolean good = text.isEmpty()
                || (text.matches("[0-9]{1,6}")
                        && Integer.parseInt(text) >= least
                        && Integer.parseInt(text) <= MOST_DAYS);
        return good ? "" : texts.get(key);
    }

    private String needed(Variable variable, String value) {
        return variable.required() && value.isBlank() ? texts.get("fault.needed") : "";
    }
}

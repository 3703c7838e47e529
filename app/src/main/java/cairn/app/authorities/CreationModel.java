package cairn.app.authorities;

import cairn.app.fx.form.Field;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.AuthorityCreation;
import cairn.app.session.NewAuthorities;
import cairn.app.session.OutsideRequest;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.KeyOrder;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.Variable;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The making of an authority: filled in, checked, confirmed, made. */
final class CreationModel extends ViewModel {
    /** Nobody is asked for more days than this; it is some thousand years. */
    private static final int MOST_DAYS = 999_999;

    /** The code of a creation whose key is there already. */
    private static final String INTERRUPTED = "A-7";

    private final Authorities.Tools tools;
    private final Texts texts;
    private final NewKind kind;
    private final ReadOnlyObjectWrapper<ScreenState<Outcome>> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Editing<>());
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

    private final ReadOnlyStringWrapper choiceFault = new ReadOnlyStringWrapper("");
    private boolean resumed;

    /**
     * @param parent that certifies it, of an intermediate
     */
    CreationModel(Authorities.Tools tools, Texts texts, NewKind kind, Optional<AuthorityName> parent) {
        this.tools = tools;
        this.texts = texts;
        this.kind = kind;
        this.parent = new SimpleObjectProperty<>(parent);
        name = new Field("", this::nameFault);
        subject = new SubjectFields(texts);
        days = new Field("", value -> number(value, 1, "fault.days"));
        pathLength = new Field("", value -> number(value, 0, "fault.path-length"));
        follow(profile, chosen -> {
            variables.clear();
            if (chosen != null) {
                chosen.variables().forEach(each -> variables.put(each, new Field("", value -> needed(each, value))));
            }
        });
    }

    /**
     * What is made, or about to be.
     *
     * @param facts names and values, in words, to be read before it is made
     * @param file the request's file
     * @param made empty until it is made
     */
    record Outcome(
            AuthorityName name, Work<Authority> work, List<Fact> facts, Optional<Path> file, Optional<Authority> made) {
        Outcome {
            facts = List.copyOf(facts);
        }

        Outcome with(Authority result) {
            return new Outcome(name, work, facts, file, Optional.of(result));
        }
    }

    /** A name and a value. */
    record Fact(String name, String value) {
        /** The name is that of a field, with its mnemonic. */
        static Fact of(String field, String value) {
            return new Fact(field.replace("_", ""), value);
        }
    }

    NewKind kind() {
        return kind;
    }

    ReadOnlyObjectProperty<ScreenState<Outcome>> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CreationChoices> choices() {
        return choices.getReadOnlyProperty();
    }

    /** The very subject that another authority has; it is not composed anew, for then it could become another. */
    void keepSubject(DistinguishedName wanted) {
        subject.keep(wanted);
        sameSubject.set(true);
    }

    /** What is wrong with what was chosen; empty if nothing is. */
    ReadOnlyStringProperty choiceFault() {
        return choiceFault.getReadOnlyProperty();
    }

    /** Reads what there is to choose from. */
    void open() {
        tools.tasks()
                .look(
                        progress -> CreationChoices.of(tools.session()),
                        this::offer,
                        problem -> state.set(new ScreenState.Failed<>(problem)));
    }

    private void offer(CreationChoices read) {
        choices.set(read);
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

    /** Shows all faults; if there is none, logs in to the token and asks everything that can be known beforehand. */
    void check() {
        boolean good = Field.checkAll(name, days, pathLength);
        good &= subject.check();
        for (Field field : variables.values()) {
            good &= field.check();
        }
        TokenSettings where = token.get();
        Profile shape = profile.get();
        Optional<DistinguishedName> wanted = subject.name();
        boolean clear = twin().isEmpty() || sameSubject.get();
        boolean parented = kind != NewKind.INTERMEDIATE || parent.get().isPresent();
        choiceFault.set(where == null ? texts.get("fault.token") : parented ? "" : texts.get("fault.parent"));
        if (!good || where == null || wanted.isEmpty() || !clear || !parented) {
            return;
        }
        if (kind == NewKind.REQUEST) {
            request(where, wanted.get());
        } else if (shape != null) {
            creation(where, wanted.get(), shape);
        }
    }

    private KeyOrder key() {
        KeyOrder order = KeyOrder.of(keyType.get());
        return resumed ? order.resumed() : order;
    }

    private void creation(TokenSettings where, DistinguishedName wanted, Profile shape) {
        AuthorityOrder order =
                new AuthorityOrder(new AuthorityName(name.text()), wanted, key(), shape, operatorChoices(), List.of());
        AuthorityCreation creation = new AuthorityCreation(order, where, parent.get());
        Outcome plan = new Outcome(
                order.name(),
                progress -> creation.run(tools.session(), tools.pins(), tools.pins()),
                facts(where, wanted),
                Optional.empty(),
                Optional.empty());
        verify(plan, progress -> {
            NewAuthorities.subject(tools.session(), wanted, sameSubject.get());
            creation.check(tools.session(), tools.pins(), tools.pins());
            return CreationChoices.of(tools.session());
        });
    }

    private void request(TokenSettings where, DistinguishedName wanted) {
        tools.files().save(texts.get("request.file"), name.text() + ".csr").ifPresent(file -> {
            OutsideRequest order = new OutsideRequest(new AuthorityName(name.text()), wanted, key(), where, file);
            Outcome plan = new Outcome(
                    order.name(),
                    progress -> {
                        order.run(tools.session(), tools.pins());
                        return tools.session().authority(order.name());
                    },
                    facts(where, wanted),
                    Optional.of(file),
                    Optional.empty());
            verify(plan, progress -> {
                NewAuthorities.subject(tools.session(), wanted, sameSubject.get());
                order.check(tools.session(), tools.pins());
                return CreationChoices.of(tools.session());
            });
        });
    }

    private void verify(Outcome plan, Work<CreationChoices> work) {
        state.set(new ScreenState.Checking<>());
        tools.tasks()
                .act(
                        texts.get("checking", plan.name()),
                        work,
                        read -> {
                            choices.set(read);
                            state.set(new ScreenState.Confirming<>(plan));
                        },
                        problem -> state.set(new ScreenState.Failed<>(problem)));
    }

    /** Back to what was filled in. */
    void edit() {
        state.set(new ScreenState.Editing<>());
        open();
    }

    /** Makes what was confirmed. */
    void make() {
        if (state.get() instanceof ScreenState.Confirming<Outcome>(Outcome plan)) {
            Job job = tools.tasks()
                    .act(
                            texts.get("making", plan.name()),
                            plan.work(),
                            made -> {
                                state.set(new ScreenState.Done<>(plan.with(made)));
                                tools.guide().changed();
                            },
                            problem -> {
                                state.set(new ScreenState.Failed<>(problem));
                                tools.guide().changed();
                            });
            if (job.running().get()) {
                state.set(new ScreenState.Running<>(job));
            }
        }
    }

    /** Whether a creation was interrupted that can be gone on with. */
    boolean isResumable() {
        return state.get() instanceof ScreenState.Failed<Outcome>(Problem problem)
                && problem.code().equals(INTERRUPTED);
    }

    /** Goes on with the key that is on the token already. */
    void resume() {
        resumed = true;
        check();
    }

    private List<Fact> facts(TokenSettings where, DistinguishedName wanted) {
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

    private OperatorChoices operatorChoices() {
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

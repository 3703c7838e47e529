package cairn.app.authorities;

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
import cairn.ca.profile.Profile;
import cairn.ca.x509.DistinguishedName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The making of an authority: filled in, checked, confirmed, made. */
final class CreationModel extends ViewModel {
    /** The code of a creation whose key is there already. */
    private static final String INTERRUPTED = "A-7";

    private final Authorities.Tools tools;
    private final Texts texts;
    private final NewKind kind;
    private final ReadOnlyObjectWrapper<ScreenState<Outcome>> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Editing<>());
    /** What is filled in. */
    final CreationInput input;

    private final ReadOnlyStringWrapper choiceFault = new ReadOnlyStringWrapper("");
    private boolean resumed;

    /**
     * @param parent that certifies it, of an intermediate
     */
    CreationModel(Authorities.Tools tools, Texts texts, NewKind kind, Optional<AuthorityName> parent) {
        this.tools = tools;
        this.texts = texts;
        this.kind = kind;
        this.input = new CreationInput(texts, kind, parent);
    }

    /**
     * What is made, or about to be.
     *
     * @param facts names and values, in words, to be read before it is made
     * @param file the request's file
     * @param made empty until it is made
     */
    record Outcome(
            AuthorityName name,
            Work<Authority> work,
            List<CreationInput.Fact> facts,
            Optional<Path> file,
            Optional<Authority> made) {
        Outcome {
            facts = List.copyOf(facts);
        }

        Outcome with(Authority result) {
            return new Outcome(name, work, facts, file, Optional.of(result));
        }
    }

    NewKind kind() {
        return kind;
    }

    ReadOnlyObjectProperty<ScreenState<Outcome>> state() {
        return state.getReadOnlyProperty();
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
                        input::offer,
                        problem -> state.set(new ScreenState.Failed<>(problem)));
    }

    /** Shows all faults; if there is none, logs in to the token and asks everything that can be known beforehand. */
    void check() {
        boolean good = input.check();
        TokenSettings where = input.token.get();
        Profile shape = input.profile.get();
        Optional<DistinguishedName> wanted = input.subject.name();
        boolean clear = input.twin().isEmpty() || input.sameSubject.get();
        boolean parented = kind != NewKind.INTERMEDIATE || input.parent.get().isPresent();
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
        KeyOrder order = KeyOrder.of(input.keyType.get());
        return resumed ? order.resumed() : order;
    }

    private void creation(TokenSettings where, DistinguishedName wanted, Profile shape) {
        AuthorityOrder order = new AuthorityOrder(
                new AuthorityName(input.name.text()), wanted, key(), shape, input.operatorChoices(), List.of());
        boolean same = input.sameSubject.get();
        AuthorityCreation creation = new AuthorityCreation(order, where, input.parent.get());
        Outcome plan = new Outcome(
                order.name(),
                progress -> creation.run(tools.session(), tools.pins(), tools.pins()),
                input.facts(where, wanted),
                Optional.empty(),
                Optional.empty());
        verify(plan, progress -> {
            NewAuthorities.subject(tools.session(), wanted, same);
            creation.check(tools.session(), tools.pins(), tools.pins());
            return CreationChoices.of(tools.session());
        });
    }

    private void request(TokenSettings where, DistinguishedName wanted) {
        tools.files()
                .save(texts.get("request.file"), input.name.text() + ".csr")
                .ifPresent(file -> {
                    boolean same = input.sameSubject.get();
                    OutsideRequest order =
                            new OutsideRequest(new AuthorityName(input.name.text()), wanted, key(), where, file);
                    Outcome plan = new Outcome(
                            order.name(),
                            progress -> {
                                order.run(tools.session(), tools.pins());
                                return tools.session().authority(order.name());
                            },
                            input.facts(where, wanted),
                            Optional.of(file),
                            Optional.empty());
                    verify(plan, progress -> {
                        NewAuthorities.subject(tools.session(), wanted, same);
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
                            input.offer(read);
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
}

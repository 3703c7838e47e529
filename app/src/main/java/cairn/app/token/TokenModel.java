package cairn.app.token;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.GivenUp;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import cairn.app.session.TokenSight;
import cairn.app.session.TokenTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The workspace's tokens, and the one that is looked at. */
final class TokenModel extends ViewModel {
    private final TokenPlace.Needs needs;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(new Pane.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(new Speed.Ready());
    private final NewTokenModel making;

    TokenModel(TokenPlace.Needs needs, Tasks tasks, Guide guide, Texts texts) {
        this.needs = needs;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.making = new NewTokenModel(needs, this, texts);
    }

    /** A token in the list. */
    record Row(TokenSettings settings, boolean loggedIn) {
        boolean isSoftware() {
            return settings.kind() == TokenSettings.Kind.SOFTWARE;
        }
    }

    /** What is shown beside the list. */
    sealed interface Pane {
        /** Nothing is chosen, or there is nothing. */
        record Nothing() implements Pane {}

        /** A token; what only somebody who is logged in sees is there if one is. */
        record Shown(Row row, Optional<TokenSight> sight) implements Pane {}

        /** A token is being made or named. */
        record Making(NewTokenModel.Way way) implements Pane {}
    }

    /** How it stands with the speed test. */
    sealed interface Speed {
        /** None was made. */
        record Ready() implements Speed {}

        /** It runs. */
        record Running(Job job) implements Speed {}

        /** It ended. */
        record Measured(TokenTest.Result result) implements Speed {}
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Pane> pane() {
        return pane.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Speed> speed() {
        return speed.getReadOnlyProperty();
    }

    NewTokenModel making() {
        return making;
    }

    FilePicker files() {
        return needs.files();
    }

    private record Listed(List<TokenSettings> tokens, Set<String> loggedIn) {}

    private Listed list() throws Problem {
        return new Listed(session().directory().all(), session().loggedIn());
    }

    private Session session() {
        return needs.session();
    }

    void refresh() {
        tasks.look(progress -> list(), this::show, this::failed);
    }

    private void show(Listed listed) {
        List<Row> now = new ArrayList<>();
        listed.tokens().forEach(each -> now.add(new Row(each, listed.loggedIn().contains(each.name()))));
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        switch (pane.get()) {
            case Pane.Shown shown ->
                now.stream()
                        .filter(row -> row.settings().equals(shown.row().settings()))
                        .findFirst()
                        .ifPresentOrElse(
                                row -> pane.set(new Pane.Shown(row, row.loggedIn() ? shown.sight() : Optional.empty())),
                                () -> pane.set(new Pane.Nothing()));
            case Pane.Nothing ignored -> now.stream().findFirst().ifPresent(this::choose);
            case Pane.Making ignored -> {}
        }
    }

    /** Shows one; if somebody is logged in to it, all of it. */
    void choose(Row row) {
        problem.set(Optional.empty());
        speed.set(new Speed.Ready());
        pane.set(new Pane.Shown(row, Optional.empty()));
        if (row.loggedIn()) {
            logIn(row);
        }
    }

    void choose(String name) {
        rows.stream()
                .filter(row -> row.settings().name().equals(name))
                .findFirst()
                .ifPresent(this::choose);
    }

    void make(NewTokenModel.Way way) {
        problem.set(Optional.empty());
        pane.set(new Pane.Making(way));
    }

    void leaveMaking() {
        problem.set(Optional.empty());
        pane.set(new Pane.Nothing());
        refresh();
    }

    /** Logs in, or only looks again at a token that somebody is logged in to. */
    void logIn(Row row) {
        act(
                texts.get("act.look", row.settings().name()),
                progress -> session().look(row.settings(), needs.pins()),
                sight -> pane.set(new Pane.Shown(new Row(row.settings(), true), Optional.of(sight))));
    }

    void logOut(Row row) {
        act(
                texts.get("act.log-out", row.settings().name()),
                progress -> session().logOut(row.settings().name()),
                out -> {
                    speed.set(new Speed.Ready());
                    pane.set(new Pane.Shown(new Row(row.settings(), false), Optional.empty()));
                });
    }

    void changePin(Row row, boolean unlock) {
        act(
                texts.get("act.pin", row.settings().name()),
                progress -> {
                    new TokenSetup(session(), needs.tokens())
                            .changePin(row.settings(), unlock, needs.pins(), needs.fresh());
                    return row;
                },
                done -> guide.tell(
                        Notice.done(texts.get("pin.done", row.settings().name()), "")));
    }

    /** Signs many times with a key and throws the signatures away. */
    void test(Row row, String key, int signatures) {
        Job job = act(
                texts.get("act.test", key),
                progress -> new TokenTest(session(), row.settings(), needs.clock())
                        .run(key, signatures, needs.pins(), progress),
                result -> speed.set(new Speed.Measured(result)));
        if (job.running().get()) {
            speed.set(new Speed.Running(job));
        }
    }

    /** Does something to a token; the list is read again afterwards, however it ended. */
    <T> Job act(String title, Work<T> work, Consumer<? super T> done) {
        problem.set(Optional.empty());
        return tasks.act(
                title,
                work,
                result -> {
                    done.accept(result);
                    guide.changed();
                    refresh();
                },
                failure -> {
                    speed.set(new Speed.Ready());
                    failed(failure);
                    refresh();
                });
    }

    /** Looks something up for the form in which a token is made. */
    <T> void look(Work<T> work, Consumer<? super T> done) {
        problem.set(Optional.empty());
        tasks.look(work, done, this::failed);
    }

    /** A token was made or named. */
    void made(TokenSettings token) {
        guide.tell(Notice.done(texts.get("made", token.name()), texts.get("made.words", token.serialNumber())));
        pane.set(new Pane.Shown(new Row(token, false), Optional.empty()));
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure).filter(why -> !GivenUp.is(why)));
    }
}

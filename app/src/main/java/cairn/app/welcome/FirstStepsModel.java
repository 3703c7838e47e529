package cairn.app.welcome;

import cairn.app.fx.dialog.GivenUp;
import cairn.app.fx.form.Field;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.TokenSettings;
import cairn.ca.x509.KeyType;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Leads from a token to the first certificate. Each step is done at once; what is done is not asked again. */
final class FirstStepsModel extends ViewModel {
    private final FirstSteps.Needs needs;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final FirstDeeds deeds;
    private final Field tokenName;
    private final Field organisation;
    private final Field rootName;
    private final Field issuingName;
    private final Field request;
    private final SimpleObjectProperty<KeyType> keyType = new SimpleObjectProperty<>(KeyType.EC_P384);
    private final SimpleObjectProperty<@Nullable TokenSettings> token = new SimpleObjectProperty<>();
    private final SimpleObjectProperty<String> profile = new SimpleObjectProperty<>("tls-server");
    private final ObservableList<String> profiles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ScreenState<String>> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Editing<>());

    FirstStepsModel(FirstSteps.Needs needs, Tasks tasks, Guide guide, Texts texts) {
        this.needs = needs;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.deeds = new FirstDeeds(needs);
        this.tokenName =
                new Field("soft", text -> TokenSettings.isName(text.strip()) ? "" : texts.get("first.token.fault"));
        this.organisation = new Field("", this::nameFault);
        this.rootName = new Field("", this::nameFault);
        this.issuingName = new Field("", this::nameFault);
        this.request = new Field("", text -> isFile(text) ? "" : texts.get("first.request.fault"));
        // The names are proposed from what was said once, until a person says something else.
        follow(organisation.value(), said -> propose(rootName, said, texts.get("first.root.usual")));
    }

    private void propose(Field name, String said, String kind) {
        String now = name.text();
        if (now.isEmpty() || now.endsWith(kind)) {
            name.value().set(said.isBlank() ? "" : said.strip() + " " + kind);
        }
    }

    private String nameFault(String text) {
        return text.isBlank() || text.strip().length() > 64 ? texts.get("first.name.fault") : "";
    }

    private static boolean isFile(String text) {
        try {
            return !text.isBlank() && Files.isRegularFile(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Field tokenName() {
        return tokenName;
    }

    Field organisation() {
        return organisation;
    }

    Field rootName() {
        return rootName;
    }

    Field issuingName() {
        return issuingName;
    }

    Field request() {
        return request;
    }

    SimpleObjectProperty<KeyType> keyType() {
        return keyType;
    }

    /** The token on which the keys shall lie. */
    SimpleObjectProperty<@Nullable TokenSettings> token() {
        return token;
    }

    SimpleObjectProperty<String> profile() {
        return profile;
    }

    /** Profiles for certificates that are no authority's. */
    ObservableList<String> profiles() {
        return profiles;
    }

    /** How far the workspace is; empty until it was looked at. */
    ReadOnlyObjectProperty<Optional<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    /** How it stands with the step in hand; done with the name of the file that was written last. */
    ReadOnlyObjectProperty<ScreenState<String>> state() {
        return state.getReadOnlyProperty();
    }

    void refresh() {
        tasks.look(progress -> new Looked(Standing.of(needs.session()), deeds.profiles()), this::looked, this::failed);
    }

    private record Looked(Standing standing, List<String> profiles) {}

    private void looked(Looked now) {
        profiles.setAll(now.profiles());
        if (token.get() == null) {
            now.standing().tokens().stream().findFirst().ifPresent(token::set);
        }
        now.standing()
                .root()
                .flatMap(root -> root.certificate())
                .ifPresent(root -> propose(
                        issuingName,
                        organisation.text().isEmpty() ? FirstDeeds.organisation(root.subject()) : organisation.text(),
                        texts.get("first.issuing.usual")));
        standing.set(Optional.of(now.standing()));
    }

    void makeToken() {
        if (tokenName.check()) {
            String name = tokenName.text();
            act(texts.get("first.act.token", name), progress -> deeds.makeToken(name), token::set);
        }
    }

    /** Tokens of a library are named where tokens are at home; the steps go on by themselves afterwards. */
    void otherToken() {
        guide.go(Address.of("token"));
    }

    void createRoot() {
        TokenSettings on = token.get();
        if (Field.checkAll(organisation, rootName) && on != null) {
            String subject = FirstDeeds.subject(rootName.text(), organisation.text());
            KeyType type = keyType.get();
            act(
                    texts.get("first.act.root"),
                    progress -> deeds.createRoot(subject, type, on),
                    made -> guide.tell(Notice.done(texts.get("first.made", rootName.text()), "")));
        }
    }

    void createIssuing() {
        TokenSettings on = token.get();
        Optional<Standing> now = standing.get();
        if (issuingName.check()
                && on != null
                && now.isPresent()
                && now.get().root().isPresent()) {
            KeyType type = keyType.get();
            String name = issuingName.text();
            act(
                    texts.get("first.act.issuing"),
                    progress ->
                            deeds.createIssuing(name, type, on, now.get().root().get()),
                    made -> guide.tell(Notice.done(texts.get("first.made", name), "")));
        }
    }

    void chooseRequest() {
        needs.files().open(texts.get("first.request.title")).stream()
                .findFirst()
                .ifPresent(file -> request.value().set(file.toString()));
    }

    /** Issues for the request, and writes the certificate with its chain beside it. */
    void issue() {
        Optional<Standing> now = standing.get();
        if (request.check() && now.isPresent() && now.get().issuing().isPresent()) {
            Path file = Path.of(request.text());
            String shape = profile.get();
            Job job = tasks.act(
                    texts.get("first.act.issue"),
                    progress -> deeds.issue(file, shape, now.get().issuing().get()),
                    written -> {
                        state.set(new ScreenState.Done<>(written.toString()));
                        guide.changed();
                        refresh();
                    },
                    this::failed);
            running(job);
        }
    }

    void leave(String place) {
        guide.go(Address.of(place));
    }

    private <T> void act(String title, Work<T> work, Consumer<? super T> done) {
        running(tasks.act(
                title,
                work,
                made -> {
                    state.set(new ScreenState.Editing<>());
                    done.accept(made);
                    guide.changed();
                    refresh();
                },
                this::failed));
    }

    private void running(Job job) {
        if (job.running().get()) {
            state.set(new ScreenState.Running<>(job));
        }
    }

    /** Whatever was done in part is seen when the workspace is looked at again. */
    private void failed(Problem problem) {
        state.set(GivenUp.is(problem) ? new ScreenState.Editing<>() : new ScreenState.Failed<>(problem));
        tasks.look(progress -> new Looked(Standing.of(needs.session()), deeds.profiles()), this::looked, again -> {});
    }
}

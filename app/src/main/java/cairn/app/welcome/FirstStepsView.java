package cairn.app.welcome;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.TokenSettings;
import cairn.ca.authority.Authority;
import cairn.ca.x509.KeyType;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** All steps below each other: what is done with its outcome, the next one open, the rest named. */
final class FirstStepsView implements Screen {
    private static final List<KeyType> USUAL =
            List.of(KeyType.EC_P384, KeyType.EC_P256, KeyType.RSA_3072, KeyType.RSA_4096, KeyType.ML_DSA_65);

    private final FirstStepsModel model;
    private final Texts texts;
    private final VBox steps = new VBox();
    private final VBox trouble = new VBox();
    private final VBox root;

    FirstStepsView(FirstStepsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        steps.getStyleClass().add("steps");
        VBox body = Parts.body(Parts.wrapped(texts.get("first.words"), "quiet"), trouble, steps);
        root = Parts.screen(
                Parts.head(
                        texts.get("first.title"),
                        Parts.button(
                                texts.get("first.leave"),
                                MaterialDesignA.ARROW_RIGHT,
                                () -> model.leave("overview"),
                                "flat")),
                Parts.scrolling(body));
        model.standing().subscribe(now -> now.ifPresent(this::draw));
        model.state().subscribe(this::state);
    }

    private void state(ScreenState<String> now) {
        steps.setDisable(!now.isOpen());
        trouble.getChildren().clear();
        if (now instanceof ScreenState.Failed<String>(var problem)) {
            trouble.getChildren().add(new ProblemPane(problem, texts));
        }
    }

    private void draw(Standing now) {
        Standing.Step next = now.next();
        steps.getChildren().clear();
        int number = 1;
        for (Standing.Step step : Standing.Step.values()) {
            if (step != Standing.Step.DONE) {
                steps.getChildren().add(step(number++, step, next, now));
            }
        }
        if (next == Standing.Step.DONE) {
            steps.getChildren().add(finished());
        }
    }

    private Node step(int number, Standing.Step step, Standing.Step next, Standing now) {
        boolean done = step.compareTo(next) < 0;
        Label mark = Parts.label(done ? "" : String.valueOf(number), "step-mark", done ? "done" : "to-do");
        if (done) {
            mark.setGraphic(Icons.of(MaterialDesignC.CHECK));
        }
        VBox content = new VBox(Parts.wrapped(texts.choice("first.step", step), "heading"));
        content.setSpacing(8);
        if (done) {
            content.getChildren().add(Parts.wrapped(outcome(step, now), "quiet"));
        } else if (step == next) {
            content.getChildren().add(Parts.wrapped(texts.choice("first.step.words", step), "quiet"));
            content.getChildren().add(form(step, now));
        }
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox row = new HBox(mark, content);
        row.getStyleClass().add("step");
        VBox card = Parts.card("", row);
        card.setId("step-" + step);
        if (!done && step != next) {
            card.getStyleClass().add("later");
        }
        return card;
    }

    private String outcome(Standing.Step step, Standing now) {
        return switch (step) {
            case TOKEN ->
                now.tokens().stream()
                        .map(TokenSettings::title)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
            case ROOT -> subject(now.root());
            case INTERMEDIATE -> subject(now.issuing());
            case CERTIFICATE, DONE -> texts.get("first.certificates", now.certificates());
        };
    }

    private static String subject(Optional<Authority> authority) {
        return authority
                .flatMap(found -> found.certificate())
                .map(certificate -> certificate.subject().toString())
                .orElse("");
    }

    private Node form(Standing.Step step, Standing now) {
        return switch (step) {
            case TOKEN -> token();
            case ROOT -> rootForm(now);
            case INTERMEDIATE -> issuingForm(now);
            case CERTIFICATE -> certificate();
            case DONE -> new VBox();
        };
    }

    private Node token() {
        Button other = Parts.button(
                texts.get("first.token.other"), MaterialDesignU.USB_FLASH_DRIVE_OUTLINE, model::otherToken, "flat");
        return new VBox(
                10,
                new Form()
                        .text(
                                texts.get("first.token.name"),
                                model.tokenName(),
                                texts.get("first.token.hint"),
                                "first-token"),
                Parts.buttons(run("first.token.make", MaterialDesignP.PLUS, model::makeToken), other));
    }

    private Node rootForm(Standing now) {
        Form form = new Form()
                .text(
                        texts.get("first.organisation"),
                        model.organisation(),
                        texts.get("first.organisation.hint"),
                        "first-organisation")
                .text(texts.get("first.root.name"), model.rootName(), texts.get("first.root.hint"), "first-root");
        keys(form, now);
        return new VBox(10, form, Parts.buttons(run("first.root.make", MaterialDesignP.PLUS, model::createRoot)));
    }

    private Node issuingForm(Standing now) {
        Form form = new Form()
                .text(
                        texts.get("first.issuing.name"),
                        model.issuingName(),
                        texts.get("first.issuing.hint"),
                        "first-issuing");
        keys(form, now);
        return new VBox(10, form, Parts.buttons(run("first.issuing.make", MaterialDesignP.PLUS, model::createIssuing)));
    }

    private void keys(Form form, Standing now) {
        ComboBox<KeyType> types = new ComboBox<>();
        types.getItems().setAll(USUAL);
        types.setConverter(new Words<>(KeyType::title));
        types.valueProperty().bindBidirectional(model.keyType());
        form.row(texts.get("first.key"), types, texts.get("first.key.hint"));
        if (now.tokens().size() > 1) {
            ComboBox<@Nullable TokenSettings> tokens = new ComboBox<>();
            tokens.getItems().setAll(now.tokens());
            tokens.setConverter(new Words<>(TokenSettings::title));
            tokens.valueProperty().bindBidirectional(model.token());
            form.row(texts.get("first.token.which"), tokens, "");
        }
    }

    private Node certificate() {
        ComboBox<String> profiles = new ComboBox<>(model.profiles());
        profiles.setId("first-profile");
        profiles.valueProperty().bindBidirectional(model.profile());
        return new VBox(
                10,
                new Form()
                        .text(
                                texts.get("first.request"),
                                model.request(),
                                texts.get("first.request.hint"),
                                "first-request")
                        .row(texts.get("first.profile"), profiles, texts.get("first.profile.hint")),
                Parts.buttons(
                        run("first.issue", MaterialDesignC.CERTIFICATE_OUTLINE, model::issue),
                        Parts.button(
                                texts.get("first.request.choose"),
                                MaterialDesignF.FILE_OUTLINE,
                                model::chooseRequest,
                                "flat")));
    }

    private Node finished() {
        VBox card = Parts.card("", Parts.badge(Tone.GOOD, texts.get("first.done")));
        card.setId("first-done");
        if (model.state().get() instanceof ScreenState.Done<String>(var file)) {
            card.getChildren()
                    .addAll(Parts.wrapped(texts.get("first.done.file"), "quiet"), Parts.wrapped(file, "mono"));
        }
        card.getChildren()
                .add(Parts.buttons(Parts.button(
                        texts.get("first.leave"),
                        MaterialDesignA.ARROW_RIGHT,
                        () -> model.leave("overview"),
                        "accent")));
        return card;
    }

    private Button run(String key, Ikon icon, Runnable action) {
        Button run = Parts.button(texts.get(key), icon, action, "accent");
        run.setId("first-run");
        run.setDefaultButton(true);
        return run;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }
}

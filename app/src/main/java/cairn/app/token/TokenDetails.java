package cairn.app.token;

import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSight;
import cairn.app.session.TokenTest;
import cairn.hsm.token.TokenInfo;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** One token: what it is, what can be done with it, what it holds. */
final class TokenDetails {
    private static final int MANY = 200;

    private final TokenModel model;
    private final TokenModel.Row row;
    private final Texts texts;
    private final VBox content = new VBox();
    private Subscription following = Subscription.EMPTY;

    TokenDetails(TokenModel model, TokenModel.Pane.Shown shown, Texts texts) {
        this.model = model;
        this.row = shown.row();
        this.texts = texts;
        content.getStyleClass().add("token-right");
        content.getChildren().add(what());
        shown.sight().ifPresent(sight -> content.getChildren().addAll(speed(), keys(sight), describe(sight)));
    }

    Parent root() {
        return content;
    }

    /** What is followed until another one is shown. */
    Subscription following() {
        return following;
    }

    private Node what() {
        TokenSettings settings = row.settings();
        Button log = row.loggedIn()
                ? Parts.button(texts.get("log-out"), MaterialDesignL.LOGOUT, () -> model.logOut(row))
                : Parts.button(texts.get("log-in"), MaterialDesignL.LOGIN, () -> model.logIn(row), "accent");
        log.setId(row.loggedIn() ? "token-log-out" : "token-log-in");
        Button pin = Parts.button(
                texts.get("pin.change"), MaterialDesignF.FORM_TEXTBOX_PASSWORD, () -> model.changePin(row, false));
        pin.setId("token-pin");
        HBox actions = Parts.buttons(log, pin);
        if (!row.isSoftware()) {
            actions.getChildren()
                    .add(Parts.button(
                            texts.get("pin.unlock"),
                            MaterialDesignL.LOCK_OPEN_OUTLINE,
                            () -> model.changePin(row, true)));
        }
        HBox badges = Parts.buttons(
                row.loggedIn()
                        ? Parts.badge(Tone.GOOD, texts.get("state.in"))
                        : Parts.badge(Tone.PLAIN, texts.get("state.out")));
        if (row.isSoftware()) {
            badges.getChildren().add(Parts.badge(Tone.WARNING, texts.get("not-hsm")));
        }
        Facts facts = new Facts()
                .add(texts.get("fact.label"), settings.label())
                .add(texts.get("fact.serial"), settings.serialNumber(), "mono")
                .add(
                        texts.get(row.isSoftware() ? "fact.file" : "fact.library"),
                        settings.file().toString(),
                        "mono");
        VBox card = Parts.card(settings.name(), badges, facts, actions);
        if (row.isSoftware()) {
            card.getChildren().add(Parts.wrapped(texts.get("not-hsm.words"), "quiet"));
        }
        return card;
    }

    private Node keys(TokenSight sight) {
        VBox card = Parts.card(texts.get("keys", sight.keys().size()));
        if (sight.keys().isEmpty()) {
            card.getChildren().add(Parts.wrapped(texts.get("keys.none"), "quiet"));
        }
        sight.keys().forEach(key -> card.getChildren().add(key(key)));
        return card;
    }

    private Node key(TokenSight.Key key) {
        Label id = Parts.label("CKA_ID " + key.key().id(), "caption", "mono");
        Button once = Parts.button(
                texts.get("test"),
                MaterialDesignS.SIGNATURE,
                () -> model.test(row, key.key().label(), 1),
                "small");
        once.setId("token-test-" + key.key().label());
        Button many = Parts.button(
                texts.get("test.many", MANY),
                MaterialDesignS.SPEEDOMETER,
                () -> model.test(row, key.key().label(), MANY),
                "small",
                "flat");
        many.setId("token-speed-" + key.key().label());
        HBox head = Parts.buttons(
                Parts.label(key.key().label(), "strong"), Parts.label(key.kind(), "quiet"), Parts.space(), once, many);
        FlowPane answers = new FlowPane();
        answers.getStyleClass().add("token-answers");
        for (Map.Entry<String, Boolean> answer : key.answers().entrySet()) {
            answers.getChildren()
                    .add(Parts.badge(
                            tone(answer.getKey(), answer.getValue()),
                            answer.getKey() + ": " + texts.get(answer.getValue() ? "yes" : "no")));
        }
        VBox box = new VBox(head, id, answers);
        box.getStyleClass().add("token-key");
        key.proof().deviations().forEach(words -> box.getChildren().add(Parts.said(Tone.WARNING, words)));
        return box;
    }

    /** A private key that may leave its token in plain text is what a person must see first. */
    private static Tone tone(String attribute, boolean answer) {
        return switch (attribute) {
            case "CKA_SENSITIVE", "CKA_ALWAYS_SENSITIVE", "CKA_NEVER_EXTRACTABLE", "CKA_LOCAL" ->
                answer ? Tone.GOOD : Tone.WARNING;
            case "CKA_EXTRACTABLE" -> answer ? Tone.BAD : Tone.GOOD;
            default -> Tone.PLAIN;
        };
    }

    private Node speed() {
        VBox place = new VBox();
        following = model.speed().subscribe(now -> {
            place.getChildren().clear();
            switch (now) {
                case TokenModel.Speed.Ready ignored -> {}
                case TokenModel.Speed.Running running -> {
                    ProgressBar bar = new ProgressBar();
                    bar.progressProperty().bind(running.job().share());
                    bar.setAccessibleText(running.job().title());
                    Button stop =
                            Parts.button(texts.get("test.stop"), MaterialDesignC.CLOSE, running.job()::cancel, "small");
                    stop.setId("token-stop");
                    place.getChildren().add(Parts.card(running.job().title(), Parts.buttons(bar, stop)));
                }
                case TokenModel.Speed.Measured measured -> place.getChildren().add(measured(measured.result()));
            }
        });
        return place;
    }

    private Node measured(TokenTest.Result result) {
        VBox card = Parts.card(
                "",
                Parts.badge(Tone.GOOD, texts.get("test.good", result.key())),
                Parts.wrapped(texts.get(
                        result.signatures() == 1 ? "test.once" : "test.rate",
                        result.signatures(),
                        result.type().title(),
                        result.algorithm().word(),
                        result.octets(),
                        result.rate())));
        card.setId("token-measured");
        return card;
    }

    private Node describe(TokenSight sight) {
        TokenInfo info = sight.info();
        FlowPane mechanisms = new FlowPane();
        mechanisms.getStyleClass().add("token-answers");
        sight.mechanisms().forEach(each -> mechanisms.getChildren().add(Parts.label(each.name(), "mono", "mechanism")));
        TitledPane all =
                new TitledPane(texts.get("mechanisms", sight.mechanisms().size()), mechanisms);
        all.setExpanded(false);
        return Parts.card(
                texts.get("about"),
                new Facts()
                        .add(texts.get("fact.maker"), info.manufacturer())
                        .add(texts.get("fact.model"), info.model())
                        .add(texts.get("fact.firmware"), info.firmwareVersion())
                        .add(texts.get("fact.offers"), String.join(", ", sight.offers()))
                        .add(
                                texts.get("fact.flags"),
                                String.join(", ", info.flags().stream().sorted().toList()),
                                "mono"),
                all);
    }
}

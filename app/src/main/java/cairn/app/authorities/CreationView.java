package cairn.app.authorities;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.TokenSettings;
import cairn.ca.authority.Authority;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The form of a new authority, the page before it is made, and what came of it. */
final class CreationView {
    private final CreationModel model;
    private final AuthoritiesModel room;
    private final Texts texts;
    private final VBox root = new VBox();
    private final Node form;

    CreationView(CreationModel model, AuthoritiesModel room, Texts texts) {
        this.model = model;
        this.room = room;
        this.texts = texts;
        root.setSpacing(14);
        form = new CreationForm(model, texts).root();
        model.state().subscribe(this::draw);
    }

    CreationModel model() {
        return model;
    }

    Parent root() {
        return root;
    }

    private void draw(ScreenState<CreationModel.Outcome> state) {
        root.getChildren().clear();
        switch (state) {
            case ScreenState.Editing<CreationModel.Outcome> editing ->
                root.getChildren().setAll(editing());
            case ScreenState.Checking<CreationModel.Outcome> checking ->
                root.getChildren().setAll(working(texts.get("checking.words")));
            case ScreenState.Confirming<CreationModel.Outcome>(CreationModel.Outcome plan) ->
                root.getChildren().setAll(summary(plan));
            case ScreenState.Running<CreationModel.Outcome> running ->
                root.getChildren().setAll(working(texts.get("making.words")));
            case ScreenState.Done<CreationModel.Outcome>(CreationModel.Outcome made) ->
                root.getChildren().setAll(result(made));
            case ScreenState.Failed<CreationModel.Outcome>(Problem problem) -> {
                root.getChildren().add(new ProblemPane(problem, texts));
                if (model.isResumable()) {
                    root.getChildren().add(goOn());
                }
                root.getChildren().add(editing());
            }
        }
    }

    private Node editing() {
        Button next = Parts.button(texts.get("next"), MaterialDesignA.ARROW_RIGHT, model::check, "accent");
        next.setId("creation-check");
        // Before the tokens are known, nobody can have chosen one.
        next.disableProperty().bind(model.input.offered().not());
        next.setDefaultButton(true);
        return Parts.card(
                texts.choice("creation.title", model.kind()),
                Parts.wrapped(texts.choice("creation.words", model.kind()), "quiet"),
                form,
                Parts.buttons(next, cancel()));
    }

    private Button cancel() {
        Button cancel = Parts.button(texts.get("back"), MaterialDesignA.ARROW_LEFT, room::look, "flat");
        cancel.setCancelButton(true);
        return cancel;
    }

    private Node goOn() {
        Button resume = Parts.button(texts.get("resume"), MaterialDesignS.SKIP_NEXT_OUTLINE, model::resume, "accent");
        resume.setId("creation-resume");
        return Parts.card("", Parts.wrapped(texts.get("resume.words")), Parts.buttons(resume));
    }

    private Node working(String words) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words);
        return Parts.card("", Parts.wrapped(words, "heading"), bar);
    }

    private Node summary(CreationModel.Outcome plan) {
        Facts facts = new Facts();
        plan.facts().forEach(fact -> facts.add(fact.name(), fact.value()));
        plan.file().ifPresent(file -> facts.add(texts.get("request.file"), file.toString()));
        Button make = Parts.button(texts.choice("make", model.kind()), MaterialDesignK.KEY_PLUS, model::make, "accent");
        make.setId("creation-make");
        Button edit = Parts.button(texts.get("edit"), MaterialDesignP.PENCIL_OUTLINE, model::edit);
        edit.setId("creation-edit");
        TokenSettings token = model.input.token.get();
        return Parts.card(
                texts.get("summary"),
                facts,
                warning(texts.get("summary.words", token == null ? "" : token.title())),
                Parts.buttons(make, edit, cancel()));
    }

    private static Node warning(String words) {
        Label text = Parts.wrapped(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox notice = new HBox(Icons.of(Tone.WARNING.shape()), text);
        notice.getStyleClass().addAll("notice", Tone.WARNING.style());
        return notice;
    }

    private Node result(CreationModel.Outcome made) {
        Facts facts = new Facts();
        facts.add(texts.get("name").replace("_", ""), made.name().text());
        made.made()
                .flatMap(Authority::certificate)
                .ifPresent(certificate -> facts.add(
                                texts.get("subject"), certificate.subject().toString())
                        .add(texts.get("serial"), certificate.serialNumber().hex(), "mono")
                        .add(
                                texts.get("validity"),
                                texts.get(
                                        "validity.value",
                                        texts.moment(certificate.validity().notBefore()),
                                        texts.moment(certificate.validity().notAfter()))));
        made.file().ifPresent(file -> facts.add(texts.get("request.file"), file.toString()));
        VBox card = Parts.card(
                texts.choice("done", model.kind()), facts, Parts.wrapped(texts.choice("done.next", model.kind())));
        Button look = Parts.button(texts.get("done.look"), MaterialDesignM.MAGNIFY, () -> room.look(made.name()));
        look.setId("creation-look");
        if (model.kind() == NewKind.REQUEST) {
            card.getChildren().add(Parts.buttons(look));
            return card;
        }
        Button sign = Parts.button(
                texts.get("done.crl"),
                MaterialDesignP.PLAYLIST_CHECK,
                () -> {
                    room.look(made.name());
                    room.go(new Address("crls", made.name().text()));
                },
                "accent");
        sign.setId("creation-crl");
        FlowPane actions = new FlowPane(sign);
        actions.getStyleClass().add("actions");
        if (model.kind() == NewKind.ROOT) {
            Button below = Parts.button(
                    texts.get("action.intermediate"),
                    MaterialDesignF.FILE_TREE_OUTLINE,
                    () -> room.create(NewKind.INTERMEDIATE, Optional.of(made.name())));
            below.setId("creation-intermediate");
            actions.getChildren().add(below);
        }
        actions.getChildren().add(look);
        card.getChildren().add(actions);
        return card;
    }
}

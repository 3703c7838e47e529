package cairn.app.token;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The form in which a token is made, named or initialised. */
final class NewTokenView {
    private final NewTokenModel model;
    private final Texts texts;
    private final VBox slots = new VBox();
    private final VBox root;
    private Subscription following = Subscription.EMPTY;

    NewTokenView(TokenModel room, NewTokenModel.Way way, Texts texts) {
        this.model = room.making();
        this.texts = texts;
        Button run = Parts.button(texts.choice("run", way), MaterialDesignC.CHECK, () -> model.run(way), "accent");
        run.setId("token-run");
        run.setDefaultButton(true);
        Button leave = Parts.button(texts.get("leave"), MaterialDesignC.CLOSE, room::leaveMaking, "flat");
        leave.setCancelButton(true);
        Form form = new Form();
        form.text("token-name", texts.get("name"), model.name(), texts.get("name.hint"));
        root = Parts.card(texts.choice("way", way), Parts.wrapped(texts.choice("way.words", way), "quiet"));
        if (way == NewTokenModel.Way.SOFTWARE) {
            form.text("token-label", texts.get("label"), model.label(), texts.get("label.hint"));
            root.getChildren().addAll(Parts.badge(Tone.WARNING, texts.get("not-hsm")), form);
        } else {
            form.text("token-library", texts.get("library"), model.library(), texts.get("library.hint"));
            root.getChildren().addAll(form, library(), tokenForm(way));
        }
        root.getChildren().add(Parts.buttons(run, leave));
    }

    Parent root() {
        return root;
    }

    /** What is followed until the form is left. */
    Subscription following() {
        return following;
    }

    private Node library() {
        Button show = Parts.button(texts.get("slots.show"), MaterialDesignV.VIEW_LIST_OUTLINE, model::showSlots);
        show.setId("token-slots");
        Label info = Parts.wrapped("", "quiet");
        following = model.module()
                .subscribe(module -> info.setText(module.map(found ->
                                texts.get("module", found.description(), found.manufacturer(), found.version()))
                        .orElse("")));
        ListChangeListener<TokenModule.SlotInfo> refill = change -> fill();
        model.slots().addListener(refill);
        following = Subscription.combine(
                following,
                model.slot().subscribe(chosen -> fill()),
                () -> model.slots().removeListener(refill));
        return new VBox(
                8,
                Parts.buttons(
                        Parts.button(
                                texts.get("library.choose"),
                                MaterialDesignF.FILE_OUTLINE,
                                model::chooseLibrary,
                                "flat"),
                        show),
                info,
                slots);
    }

    private Node tokenForm(NewTokenModel.Way way) {
        Form form = new Form();
        form.text("token-label", texts.get("label.token"), model.label(), texts.choice("label.hint", way));
        if (way == NewTokenModel.Way.INITIALISE) {
            CheckBox erase = new CheckBox(texts.get("erase"));
            erase.setId("token-erase");
            erase.selectedProperty().bindBidirectional(model.erase());
            erase.setWrapText(true);
            form.row("", erase, texts.get("erase.hint"));
        }
        return form;
    }

    private void fill() {
        slots.getChildren().clear();
        for (TokenModule.SlotInfo slot : model.slots()) {
            TokenInfo token = slot.token();
            String title =
                    token == null ? texts.get("slot.none") : slot.initialized() ? token.label() : texts.get("slot.raw");
            String words = texts.get("slot", String.valueOf(slot.slotId()), slot.description())
                    + (token == null || token.serialNumber().isEmpty()
                            ? ""
                            : ", " + texts.get("slot.serial", token.serialNumber()));
            Button line = new Button("", new VBox(Parts.label(title, "strong"), Parts.label(words, "caption")));
            line.getStyleClass().add("line");
            line.setMaxWidth(Double.MAX_VALUE);
            line.setAccessibleText(title + ", " + words);
            line.setDisable(token == null);
            if (model.slot().get().filter(slot::equals).isPresent()) {
                line.getStyleClass().add("here");
            }
            line.setOnAction(event -> model.choose(slot));
            slots.getChildren().add(line);
        }
    }
}

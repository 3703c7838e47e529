package cairn.app.revoke;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.ca.revocation.RevocationReason;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** What a person fills in. */
final class DecisionForm {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final RevokeModel model;
    private final Texts texts;
    private final FilePicker files;
    private final TextArea area = new TextArea();
    private final VBox root;

    DecisionForm(RevokeModel model, Texts texts, FilePicker files) {
        this.model = model;
        this.texts = texts;
        this.files = files;
        VBox which = Parts.card(texts.get("which"), certificates());
        VBox what = Parts.card(texts.get("what"), kinds(), reason());
        Button check = Parts.button(texts.get("check"), MaterialDesignA.ARROW_RIGHT, model::check, "accent");
        check.setId("revoke-check");
        check.setDefaultButton(true);
        root = new VBox(which, what, Parts.buttons(check, Parts.label(texts.get("check.words"), "quiet")));
        root.getStyleClass().add("stack");
    }

    VBox root() {
        return root;
    }

    void focus() {
        area.requestFocus();
    }

    private Node certificates() {
        area.setId("revoke-certificates");
        area.setPrefRowCount(4);
        area.setWrapText(true);
        area.setPromptText(texts.get("certificates.prompt"));
        area.setAccessibleText(texts.get("which"));
        area.getStyleClass().add("mono");
        area.textProperty().bindBidirectional(model.certificates().value());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::paste);
        Button open = Parts.button(
                texts.get("open"),
                MaterialDesignF.FILE_CERTIFICATE_OUTLINE,
                () -> model.add(files.open(texts.get("open.title"))));
        open.setId("revoke-open");
        VBox zone = new VBox(area, Parts.buttons(open, Parts.wrapped(texts.get("drop"), "quiet")), fault());
        zone.getStyleClass().add("drop-zone");
        zone.addEventFilter(DragEvent.DRAG_OVER, event -> over(event, zone));
        zone.addEventFilter(DragEvent.DRAG_EXITED, event -> zone.pseudoClassStateChanged(DROPPING, false));
        zone.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
        return zone;
    }

    private Label fault() {
        Label wrong = Parts.wrapped("", "field-fault");
        wrong.textProperty().bind(model.certificates().fault());
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        return wrong;
    }

    private void paste(KeyEvent event) {
        if (PASTE.match(event) && Clipboard.getSystemClipboard().hasFiles()) {
            event.consume();
            take(Clipboard.getSystemClipboard().getFiles());
        }
    }

    private static void over(DragEvent event, Node zone) {
        if (event.getDragboard().hasFiles()) {
            zone.pseudoClassStateChanged(DROPPING, true);
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            take(event.getDragboard().getFiles());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void take(List<File> dropped) {
        model.add(dropped.stream().map(File::toPath).toList());
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        VBox kinds = new VBox();
        kinds.getStyleClass().add("kinds");
        for (Decision.Kind kind : Decision.Kind.values()) {
            RadioButton button = new RadioButton(texts.choice("kind", kind));
            button.setId("revoke-kind-" + kind);
            button.setMnemonicParsing(true);
            button.setToggleGroup(group);
            button.setAccessibleHelp(texts.choice("kind.words", kind));
            button.setOnAction(event -> model.kind().set(kind));
            model.kind().subscribe(now -> button.setSelected(now == kind));
            kinds.getChildren().addAll(button, Parts.wrapped(texts.choice("kind.words", kind), "kind-words"));
        }
        return kinds;
    }

    private Node reason() {
        ComboBox<RevocationReason> reasons = new ComboBox<>();
        reasons.setId("revoke-reason");
        reasons.getItems()
                .setAll(Arrays.stream(RevocationReason.values())
                        .filter(reason -> reason != RevocationReason.CERTIFICATE_HOLD)
                        .toList());
        reasons.setConverter(new ReasonWords(texts));
        reasons.valueProperty().bindBidirectional(model.reason());
        Label meaning = Parts.wrapped("", "field-hint");
        model.reason().subscribe(reason -> meaning.setText(texts.choice("reason.words", reason)));
        CheckBox keep = new CheckBox(texts.get("keep"));
        keep.setId("revoke-keep-key");
        keep.setMnemonicParsing(true);
        keep.setWrapText(true);
        keep.selectedProperty().bindBidirectional(model.keepKey());
        Label blocked = Parts.wrapped(texts.get("blocks"), "strong");
        VBox key = new VBox(blocked, keep);
        key.getStyleClass().add("kinds");
        model.reason().subscribe(reason -> shown(key, reason.isCompromise()));
        VBox value = new VBox(reasons, meaning, key);
        value.getStyleClass().add("kinds");
        Form form = new Form()
                .row(texts.get("reason"), value, "")
                .text(texts.get("invalid"), model.invalidSince(), texts.get("invalid.hint"));
        reasons.setAccessibleText(texts.get("reason").replace("_", ""));
        model.kind().subscribe(kind -> shown(form, kind == Decision.Kind.REVOKE));
        return form;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

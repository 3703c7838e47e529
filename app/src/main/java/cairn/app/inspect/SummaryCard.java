package cairn.app.inspect;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.session.Inspected;
import cairn.ca.x509.PlainText;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The answer in words, with what can be done with the file. */
final class SummaryCard {
    private final VBox root;

    SummaryCard(InspectModel model, Inspected what, FilePicker files, Texts texts) {
        Summary summary = Summary.of(what, texts);
        VBox head = new VBox(
                Parts.wrapped(summary.kind(), "caption"),
                Parts.wrapped(title(what), "title"),
                Parts.wrapped(summary.words(), "strong"));
        head.getStyleClass().add("inspect-head");
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox top = new HBox(Icons.of(summary.tone().shape(), "large"), head);
        top.getStyleClass().addAll("notice", summary.tone().style());
        Facts facts = new Facts();
        summary.lines().forEach(line -> facts.add(line.question(), line.answer()));
        facts.add(texts.get("file"), PlainText.escape(what.name()), "mono");
        Button copy = Parts.button(
                texts.get("copy"), MaterialDesignC.CONTENT_COPY, () -> copy(Summary.text(what, texts)), "flat");
        copy.setId("inspect-copy");
        HBox actions = Parts.buttons(copy);
        what.inspection().contents().stream()
                .findFirst()
                .flatMap(object -> object.value("SHA-256"))
                .ifPresent(digest -> actions.getChildren()
                        .add(Parts.button(
                                texts.get("fingerprint"), MaterialDesignF.FINGERPRINT, () -> copy(digest), "flat")));
        if (!what.certificates().isEmpty()) {
            Button export = Parts.button(
                    texts.get("export"),
                    MaterialDesignE.EXPORT_VARIANT,
                    () -> files.save(
                                    texts.get("export.title"),
                                    what.certificates()
                                                    .getFirst()
                                                    .serialNumber()
                                                    .hex() + ".pem")
                            .ifPresent(target -> model.export(what, target)),
                    "flat");
            export.setId("inspect-export");
            actions.getChildren().add(export);
        }
        root = Parts.card("", top, facts, actions);
    }

    Parent root() {
        return root;
    }

    private static String title(Inspected what) {
        return what.inspection().contents().stream()
                .findFirst()
                .map(object ->
                        object.value("Subject").or(() -> object.value("Issuer")).orElse(object.title()))
                .orElse(PlainText.escape(what.name()));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

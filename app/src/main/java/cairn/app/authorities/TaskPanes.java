package cairn.app.authorities;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.ExportForm;
import cairn.ca.audit.AuthorityName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The smaller things that are done with an authority: accept, retire, export. */
final class TaskPanes {
    private final AuthoritiesModel model;
    private final Texts texts;

    TaskPanes(AuthoritiesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    private Button back() {
        Button back = Parts.button(texts.get("back"), MaterialDesignA.ARROW_LEFT, model::look, "flat");
        back.setId("authority-back");
        back.setCancelButton(true);
        return back;
    }

    Node accept(AuthorityTask.Accepting accepting) {
        Button done = Parts.button(
                texts.get("accept.run"),
                MaterialDesignI.INBOX_ARROW_DOWN_OUTLINE,
                () -> model.takeIn(accepting),
                "accent");
        done.setId("accept-run");
        done.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> accepting.files().certificate().get().isEmpty()
                                || accepting.files().chain().get().isEmpty(),
                        accepting.files().certificate(),
                        accepting.files().chain()));
        return Parts.card(
                texts.get("accept.title", accepting.name()),
                Parts.wrapped(texts.get("accept.words"), "quiet"),
                new Form()
                        .row(
                                texts.get("accept.certificate"),
                                file(accepting.files().certificate(), "accept-certificate"),
                                texts.get("accept.certificate.hint"))
                        .row(
                                texts.get("accept.chain"),
                                file(accepting.files().chain(), "accept-chain"),
                                texts.get("accept.chain.hint")),
                Parts.buttons(done, back()));
    }

    private Node file(SimpleObjectProperty<Optional<Path>> target, String id) {
        Label name = Parts.wrapped("");
        name.textProperty().bind(target.map(file -> file.map(Path::toString).orElse(texts.get("file.none"))));
        Button choose = Parts.button(
                texts.get("file.choose"),
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                () -> model.pick(target, texts.get("file.title")));
        choose.setId(id);
        HBox row = Parts.buttons(choose, name);
        HBox.setHgrow(name, Priority.ALWAYS);
        return row;
    }

    Node retire(AuthorityTask.Retiring retiring) {
        Button done = Parts.button(
                texts.get("retire.run"), MaterialDesignA.ARCHIVE_OUTLINE, () -> model.takeOut(retiring), "danger");
        done.setId("retire-run");
        return Parts.card(
                texts.get("retire.title", retiring.name()),
                Parts.wrapped(texts.get("retire.words", retiring.name())),
                new Form().text(texts.get("retire.why"), retiring.why(), texts.get("retire.why.hint"), "retire-why"),
                Parts.buttons(done, back()));
    }

    Node export(AuthorityName name) {
        ComboBox<ExportForm> form = new ComboBox<>();
        form.setId("export-form");
        form.getItems()
                .setAll(Arrays.stream(ExportForm.values())
                        .filter(each -> each.content() != ExportForm.Content.LIST)
                        .toList());
        form.setConverter(new Words<>(each -> texts.choice("form", each)));
        form.setValue(ExportForm.chain);
        Label weak = Parts.badge(Tone.WARNING, texts.get("export.weak"));
        weak.visibleProperty()
                .bind(form.valueProperty().map(each -> each.warning().isPresent()));
        weak.managedProperty().bind(weak.visibleProperty());
        PasswordField password = new PasswordField();
        password.setId("export-password");
        var store = form.valueProperty().map(each -> each.content() == ExportForm.Content.STORE);
        VBox secret =
                new VBox(new Form().row(texts.get("export.password"), password, texts.get("export.password.hint")));
        secret.visibleProperty().bind(store);
        secret.managedProperty().bind(secret.visibleProperty());
        Button done = Parts.button(
                texts.get("export.run"),
                MaterialDesignE.EXPORT_VARIANT,
                () -> {
                    char[] typed = password.getText().toCharArray();
                    password.clear();
                    model.write(name, form.getValue(), typed);
                },
                "accent");
        done.setId("export-run");
        done.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> form.getValue().content() == ExportForm.Content.STORE
                                && password.getText().isEmpty(),
                        form.valueProperty(),
                        password.textProperty()));
        return Parts.card(
                texts.get("export.title", name),
                new Form().row(texts.get("export.form"), form, texts.get("export.hint")),
                weak,
                secret,
                Parts.buttons(done, back()));
    }
}

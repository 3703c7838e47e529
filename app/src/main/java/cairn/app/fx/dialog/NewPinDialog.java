package cairn.app.fx.dialog;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.text.Texts;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks a person for a PIN or a passphrase that is to be set: twice, for nobody sees what is typed. */
public final class NewPinDialog extends PinQuestion {
    /** Asks in front of {@code owner}. */
    public NewPinDialog(Window owner, Texts texts, ScreenThread screen) {
        super(owner, texts, screen);
    }

    @Override
    Sheet sheet(String label, Role role) {
        PasswordField first = new PasswordField();
        first.setId("new-pin");
        PasswordField second = new PasswordField();
        second.setId("new-pin-again");
        BooleanBinding differ = first.textProperty().isNotEqualTo(second.textProperty());
        Label wrong = Parts.wrapped(texts().get("new-pin.differ"), "field-fault");
        wrong.visibleProperty().bind(second.textProperty().isNotEmpty().and(differ));
        VBox content = new VBox(
                Parts.wrapped(texts().get("pin.heading", label), "heading"),
                Parts.wrapped(texts().choice("new-pin.role", role), "quiet"),
                new Form()
                        .row(texts().get("new-pin.field"), first, texts().get("new-pin.hint"))
                        .row(texts().get("new-pin.again"), second, ""),
                wrong);
        return new Sheet(
                texts().get("new-pin.title"),
                content,
                first,
                second,
                first.textProperty().isEmpty().or(differ),
                new Give(texts().get("new-pin.set"), "new-pin-set"));
    }
}

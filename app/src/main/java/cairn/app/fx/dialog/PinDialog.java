package cairn.app.fx.dialog;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.text.Texts;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks a person for a PIN or a passphrase that a token knows. */
public final class PinDialog extends PinQuestion {
    /** Asks in front of {@code owner}. */
    public PinDialog(Window owner, Texts texts, ScreenThread screen) {
        super(owner, texts, screen);
    }

    @Override
    Sheet sheet(String label, Role role) {
        PasswordField field = new PasswordField();
        field.setId("pin");
        VBox content = new VBox(
                Parts.wrapped(texts().get("pin.heading", label), "heading"),
                Parts.wrapped(texts().choice("pin.role", role), "quiet"),
                new Form().row(texts().get("pin.field"), field, texts().get("pin.hint")));
        return new Sheet(
                texts().get("pin.title"),
                content,
                field,
                field,
                field.textProperty().isEmpty(),
                new Give(texts().get("pin.login"), "pin-give"));
    }
}

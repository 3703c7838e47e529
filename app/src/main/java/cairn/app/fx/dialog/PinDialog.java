package cairn.app.fx.dialog;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.text.Texts;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for a PIN or a passphrase, whoever needs it and on whichever thread. */
public final class PinDialog implements PinSource {
    private final Window owner;
    private final Texts texts;
    private final ScreenThread screen;

    /** Asks in front of {@code owner}. */
    public PinDialog(Window owner, Texts texts, ScreenThread screen) {
        this.owner = owner;
        this.texts = texts.room("fx.dialog");
        this.screen = screen;
    }

    @Override
    public Pin request(TokenSelector token, Role role) throws TokenException {
        char @Nullable [] typed;
        try {
            typed = screen.ask(() -> ask(token.label(), role));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            typed = null;
        }
        if (typed == null) {
            throw new TokenException(TokenException.Failure.LOGIN_REQUIRED, texts.get("pin.given-up"));
        }
        return Pin.ofChars(typed);
    }

    private char @Nullable [] ask(String label, Role role) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("pin.title"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        PasswordField field = new PasswordField();
        field.setId("pin");
        VBox content = new VBox(
                Parts.wrapped(texts.get("pin.heading", label), "heading"),
                Parts.wrapped(texts.choice("pin.role", role), "quiet"),
                new Form().row(texts.get("pin.field"), field, texts.get("pin.hint")));
        content.setSpacing(10);
        dialog.getDialogPane().setContent(content);
        ButtonType login = new ButtonType(texts.get("pin.login"), ButtonData.OK_DONE);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(login, new ButtonType(texts.get("cancel"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane()
                .lookupButton(login)
                .disableProperty()
                .bind(field.textProperty().isEmpty());
        dialog.setOnShown(event -> field.requestFocus());
        boolean given = dialog.showAndWait().filter(login::equals).isPresent();
        // The toolkit keeps what was typed as text of its own; nothing but forgetting it at once can be done about
        // that.
        char[] typed = field.getText().toCharArray();
        field.clear();
        return given ? typed : null;
    }
}

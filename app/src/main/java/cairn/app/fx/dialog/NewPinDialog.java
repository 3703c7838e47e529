package cairn.app.fx.dialog;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.text.Texts;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for a PIN or a passphrase that is to be set: twice, for nobody sees what is typed. */
public final class NewPinDialog implements PinSource {
    private final Window owner;
    private final Texts texts;
    private final ScreenThread screen;

    /** Asks in front of {@code owner}. */
    public NewPinDialog(Window owner, Texts texts, ScreenThread screen) {
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
        dialog.setTitle(texts.get("new-pin.title"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        PasswordField first = new PasswordField();
        first.setId("new-pin");
        PasswordField second = new PasswordField();
        second.setId("new-pin-again");
        Label wrong = Parts.wrapped(texts.get("new-pin.differ"), "field-fault");
        wrong.visibleProperty()
                .bind(second.textProperty()
                        .isNotEmpty()
                        .and(first.textProperty().isNotEqualTo(second.textProperty())));
        VBox content = new VBox(
                Parts.wrapped(texts.get("pin.heading", label), "heading"),
                Parts.wrapped(texts.choice("new-pin.role", role), "quiet"),
                new Form()
                        .row(texts.get("new-pin.field"), first, texts.get("new-pin.hint"))
                        .row(texts.get("new-pin.again"), second, ""),
                wrong);
        content.setSpacing(10);
        dialog.getDialogPane().setContent(content);
        ButtonType set = new ButtonType(texts.get("new-pin.set"), ButtonData.OK_DONE);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(set, new ButtonType(texts.get("cancel"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().lookupButton(set).setId("new-pin-set");
        dialog.getDialogPane()
                .lookupButton(set)
                .disableProperty()
                .bind(Bindings.isEmpty(first.textProperty())
                        .or(first.textProperty().isNotEqualTo(second.textProperty())));
        dialog.setOnShown(event -> first.requestFocus());
        boolean given = dialog.showAndWait().filter(set::equals).isPresent();
        // As with every field for a PIN, the toolkit's own copy can only be forgotten at once.
        char[] typed = first.getText().toCharArray();
        first.clear();
        second.clear();
        if (!given) {
            Arrays.fill(typed, '\0');
            return null;
        }
        return typed;
    }
}

package cairn.app.fx.dialog;

import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.text.Texts;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import java.util.Arrays;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A question for a PIN in front of the window, whoever needs it and on whichever thread. */
abstract class PinQuestion implements PinSource {
    private final Window owner;
    private final Texts texts;
    private final ScreenThread screen;

    PinQuestion(Window owner, Texts texts, ScreenThread screen) {
        this.owner = owner;
        this.texts = texts.room("fx.dialog");
        this.screen = screen;
    }

    /** The words of dialogs. */
    final Texts texts() {
        return texts;
    }

    /**
     * What is asked.
     *
     * @param title of the dialog
     * @param field the PIN; {@code again} is the same once more where it is to be set, else the same field
     * @param incomplete while the PIN cannot be given
     * @param give the word on the button that gives it, and the button's identifier
     */
    record Sheet(
            String title,
            VBox content,
            PasswordField field,
            PasswordField again,
            ObservableBooleanValue incomplete,
            Give give) {}

    /** The button that gives the PIN. */
    record Give(String words, String id) {}

    /** Puts the question together, on the screen's thread. */
    abstract Sheet sheet(String label, Role role);

    @Override
    public final Pin request(TokenSelector token, Role role) throws TokenException {
        char @Nullable [] typed;
        try {
            typed = screen.ask(() -> ask(sheet(token.label(), role)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            typed = null;
        }
        if (typed == null) {
            throw new TokenException(TokenException.Failure.LOGIN_REQUIRED, texts.get("pin.given-up"));
        }
        return Pin.ofChars(typed);
    }

    private char @Nullable [] ask(Sheet sheet) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(sheet.title());
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        sheet.content().getStyleClass().add("question");
        pane.setContent(sheet.content());
        ButtonType give = new ButtonType(sheet.give().words(), ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(give, new ButtonType(texts.get("cancel"), ButtonData.CANCEL_CLOSE));
        Node button = pane.lookupButton(give);
        button.setId(sheet.give().id());
        button.disableProperty().bind(sheet.incomplete());
        dialog.setOnShown(event -> sheet.field().requestFocus());
        boolean given = dialog.showAndWait().filter(give::equals).isPresent();
        // The toolkit keeps what was typed as text of its own; nothing but forgetting it at once can be done about
        // that.
        char[] typed = sheet.field().getText().toCharArray();
        sheet.field().clear();
        sheet.again().clear();
        if (!given) {
            Arrays.fill(typed, '\0');
            return null;
        }
        return typed;
    }
}

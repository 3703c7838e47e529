package cairn.app.boot;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What hands do on the desktop that takes more than one step. */
record DesktopHands(DesktopFixture desktop) {
    /** Waits until something can be seen. */
    void until(String selector) throws Exception {
        desktop.node(selector, Node.class);
    }

    /** What stands in a field. */
    String value(String selector) throws Exception {
        return desktop.node(selector, TextInputControl.class).getText();
    }

    /** Chooses one of several values. */
    @SuppressWarnings("unchecked")
    <T> void choose(String selector, T value) throws Exception {
        ComboBox<T> box = desktop.node(selector, ComboBox.class);
        desktop.await(value + " can be chosen", () -> box.getItems().contains(value));
        DesktopFixture.onScreen(() -> {
            box.setValue(value);
            return box;
        });
    }

    /** Answers the question for a PIN. */
    void givePin(String pin) throws Exception {
        desktop.write("#pin", pin);
        agree();
    }

    /** Chooses a new PIN. */
    void setPin(String pin) throws Exception {
        desktop.write("#new-pin", pin);
        desktop.write("#new-pin-again", pin);
        agree();
    }

    private void agree() throws Exception {
        DialogPane pane = desktop.node(".dialog-pane", DialogPane.class);
        ButtonBase agreed = DesktopFixture.onScreen(() -> (ButtonBase) pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData() == ButtonData.OK_DONE)
                .map(pane::lookupButton)
                .findFirst()
                .orElseThrow());
        Platform.runLater(agreed::fire);
        desktop.await(
                "the dialog is gone",
                () -> pane.getScene() == null || !pane.getScene().getWindow().isShowing());
    }

    /** Waits until the light in the status bar says this. */
    void awaitLight(String wanted) throws Exception {
        Label light = desktop.node("#token-light", Label.class);
        desktop.await("the light says " + wanted, () -> wanted.equals(light.getText()));
    }

    /** Presses a key. */
    void key(Node on, KeyCode code, boolean shortcut) throws Exception {
        DesktopFixture.onScreen(() -> {
            on.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
            return on;
        });
    }

    /** Goes to a place. */
    void go(String place) throws Exception {
        desktop.press("#place-" + place);
    }

    /** Every text that is shown. */
    List<String> texts() throws Exception {
        return Objects.requireNonNull(DesktopFixture.onScreen(desktop::texts));
    }
}

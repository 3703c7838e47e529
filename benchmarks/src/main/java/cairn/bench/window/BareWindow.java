package cairn.bench.window;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The least that a window of this toolkit can be: what the desktop's start is held against. */
public final class BareWindow {
    private BareWindow() {}

    /** Shows the window; with an argument, closes it after so many seconds. */
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setTitle("Bare window");
            stage.setScene(new Scene(new StackPane(new Label("Bare")), 1280, 760));
            stage.show();
            if (arguments.length > 0) {
                PauseTransition pause = new PauseTransition(Duration.seconds(Double.parseDouble(arguments[0])));
                pause.setOnFinished(event -> stage.close());
                pause.play();
            }
        });
    }
}

package cairn.app.boot;

import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Place;
import java.util.Iterator;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Walks once through the window and closes it. The installer does this while the run time writes down what a start needs
 * (JEP 514), so that a person's start is quick.
 */
final class DesktopRehearsal {
    /** Set by the installer only. */
    static final String PROPERTY = "cairn.desktop.rehearsal";

    private static final Duration FOR_A_PLACE = Duration.millis(700);
    private static final Duration FOR_THE_WORKSPACE = Duration.seconds(4);

    private final DesktopWindow window;

    DesktopRehearsal(DesktopWindow window) {
        this.window = window;
    }

    /** Begins when the workspace, if there is one, has had time to open. */
    void begin() {
        after(FOR_THE_WORKSPACE, () -> walk(List.copyOf(window.shell().places()).iterator()));
    }

    private void walk(Iterator<Place> left) {
        if (left.hasNext()) {
            window.shell().go(Address.of(left.next().id()));
            after(FOR_A_PLACE, () -> walk(left));
        } else {
            window.close();
        }
    }

    private static void after(Duration time, Runnable step) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(event -> step.run());
        pause.play();
    }
}

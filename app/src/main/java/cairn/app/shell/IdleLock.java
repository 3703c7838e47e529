package cairn.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Locks the window when nobody has touched it for a while. */
public final class IdleLock {
    private static final double LOOKS_EVERY_MILLIS = 500;

    private final ShellModel model;
    private final InstantSource clock;
    private final Timeline ticking;
    private Duration patience = Duration.ZERO;
    private Instant touched;

    /** Watches by {@code clock}; after {@link #patience} the model is locked. */
    public IdleLock(ShellModel model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
        this.touched = clock.instant();
        this.ticking = new Timeline(new KeyFrame(javafx.util.Duration.millis(LOOKS_EVERY_MILLIS), event -> look()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /** How long nobody may be there; zero for as long as one likes. */
    public void patience(Duration wanted) {
        patience = wanted;
        touched = clock.instant();
    }

    /** Takes every key, click and move in a scene for a sign of life. */
    public void watch(Scene scene) {
        for (EventType<? extends InputEvent> type : List.of(KeyEvent.ANY, MouseEvent.ANY, ScrollEvent.ANY)) {
            scene.addEventFilter(type, event -> touched = clock.instant());
        }
    }

    /** Begins to look. */
    public void start() {
        ticking.play();
    }

    /** Looks no more. */
    public void stop() {
        ticking.stop();
    }

    private void look() {
        if (patience.isPositive()
                && !Duration.between(touched, clock.instant()).minus(patience).isNegative()) {
            model.lock();
        }
    }
}

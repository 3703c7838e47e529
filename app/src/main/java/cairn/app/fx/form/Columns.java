package cairn.app.fx.form;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two parts beside each other where there is room for both, else one below the other; what is room depends on the text. */
public final class Columns extends StackPane {
    private final Label measure = new Label();
    private final Region first;
    private final Region second;
    private final double enough;
    private boolean narrow;

    /**
     * Shows both.
     *
     * @param enough from which width on they stand beside each other, in em
     * @param filler takes what is left of the width; one of the two
     */
    public Columns(double enough, Region first, Region second, Region filler) {
        this.first = first;
        this.second = second;
        this.enough = enough;
        getStyleClass().add("columns");
        measure.setManaged(false);
        measure.setVisible(false);
        filler.setMinWidth(0);
        HBox.setHgrow(filler, Priority.ALWAYS);
        getChildren().add(measure);
        arrange();
        widthProperty().subscribe(width -> fit());
        measure.fontProperty().subscribe(font -> fit());
    }

    /** How many pixels 1em of the text has here. */
    public double em() {
        return measure.getFont().getSize();
    }

    private void fit() {
        boolean now = getWidth() > 0 && getWidth() < enough * em();
        if (now != narrow) {
            narrow = now;
            arrange();
        }
    }

    private void arrange() {
        getChildren().removeIf(child -> !child.equals(measure));
        if (narrow) {
            VBox below = new VBox(first, second);
            below.getStyleClass().add("columns-below");
            getChildren().add(Parts.scrolling(below));
        } else {
            HBox beside = new HBox(first, second);
            beside.getStyleClass().add("columns-beside");
            getChildren().add(beside);
        }
    }
}

package cairn.app.fx.form;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values that are only read; a value can be long and takes as many lines as it needs. */
public final class Facts extends GridPane {
    /** Without any. */
    public Facts() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** A value in words; an empty one is left out. */
    public Facts add(String name, String value, String... styles) {
        return value.isEmpty() ? this : add(name, Parts.wrapped(value, styles));
    }

    /** A value that is more than words. */
    public Facts add(String name, Node value) {
        Label label = Parts.label(name, "quiet");
        label.setLabelFor(value);
        setValignment(label, VPos.TOP);
        addRow(getRowCount(), label, value);
        return this;
    }
}

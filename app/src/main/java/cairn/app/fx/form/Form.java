package cairn.app.fx.form;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Names on the left, what is filled in on the right, what it is for or what is wrong with it below. */
public final class Form extends GridPane {
    /** A form without rows. */
    public Form() {
        getStyleClass().add("form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        getColumnConstraints().addAll(names, values);
    }

    /** A text field with its rule. */
    public Form text(String name, Field field, String hint) {
        return text("", name, field, hint);
    }

    /** The same, to be found by its identifier. */
    public Form text(String id, String name, Field field, String hint) {
        TextField control = new TextField();
        control.setId(id);
        control.textProperty().bindBidirectional(field.value());
        control.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                field.check();
            }
        });
        return row(name, control, hint, field.fault());
    }

    /** Any control. */
    public Form row(String name, Node control, String hint) {
        return row(name, control, hint, null);
    }

    private Form row(String name, Node control, String hint, @Nullable ObservableValue<String> fault) {
        Label label = new Label(name);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        label.getStyleClass().add("field-name");
        control.setAccessibleText(name.replace("_", ""));
        VBox value = new VBox(control);
        if (!hint.isEmpty()) {
            value.getChildren().add(Parts.wrapped(hint, "field-hint"));
            control.setAccessibleHelp(hint);
        }
        if (fault != null) {
            Label wrong = Parts.wrapped("", "field-fault");
            wrong.textProperty().bind(fault);
            wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
            wrong.visibleProperty().bind(wrong.managedProperty());
            value.getChildren().add(wrong);
        }
        setValignment(label, VPos.TOP);
        addRow(getRowCount(), label, value);
        return this;
    }
}

package cairn.app.issue;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.ca.profile.Comparison;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is asked beside what comes of it, field by field, each difference by a sign and a colour. */
final class ComparisonTable {
    private final Texts texts;
    private final GridPane grid = new GridPane();

    ComparisonTable(List<Comparison.Line> lines, Texts texts) {
        this.texts = texts;
        grid.getStyleClass().add("comparison");
        grid.getColumnConstraints().addAll(share(5), share(27), share(32), share(36));
        row(
                0,
                "",
                Parts.label("", "caption"),
                head("comparison.field"),
                head("comparison.asked"),
                head("comparison.made"));
        int number = 1;
        for (Comparison.Line line : lines) {
            String style = "diff-" + line.change().name().toLowerCase(Locale.ROOT);
            Label shape = Parts.label(sign(line.change()), "mono", "diff-sign");
            shape.setAccessibleText(texts.choice("change", line.change()));
            row(
                    number++,
                    style,
                    shape,
                    Parts.wrapped(breakable(line.field()), "strong"),
                    Parts.wrapped(line.requested(), asked(line.change())),
                    made(line));
        }
    }

    Parent root() {
        return grid;
    }

    /** The name of a field may be broken behind its dots. */
    private static String breakable(String field) {
        return field.replace(".", ".\u200B");
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private Label head(String key) {
        return Parts.label(texts.get(key), "caption");
    }

    private void row(int number, String style, Node... cells) {
        for (int column = 0; column < cells.length; column++) {
            StackPane cell = new StackPane(cells[column]);
            cell.setAlignment(Pos.TOP_LEFT);
            // A word that cannot be broken must not make the table wider than its room.
            cell.setMinWidth(0);
            if (cells[column] instanceof Region region) {
                region.setMinWidth(0);
            }
            cell.getStyleClass().add("cell");
            if (!style.isEmpty()) {
                cell.getStyleClass().add(style);
            }
            GridPane.setValignment(cell, VPos.TOP);
            GridPane.setFillHeight(cell, true);
            grid.add(cell, column, number);
        }
    }

    private static String asked(Comparison.Change change) {
        return switch (change) {
            case DROPPED, REFUSED, CHANGED -> "struck";
            case SAME, ADDED -> "plain";
        };
    }

    private Node made(Comparison.Line line) {
        Label result = Parts.wrapped(
                switch (line.change()) {
                    case SAME, ADDED, CHANGED -> line.result();
                    case DROPPED -> texts.get("change.DROPPED");
                    case REFUSED -> texts.get("change.REFUSED");
                });
        if (line.change() == Comparison.Change.SAME || line.why().isEmpty()) {
            return result;
        }
        return new VBox(result, Parts.wrapped(line.why(), "caption"));
    }

    /** The signs of {@code cairn profile show}. */
    private static String sign(Comparison.Change change) {
        return switch (change) {
            case SAME -> "=";
            case ADDED -> "+";
            case CHANGED -> "~";
            case DROPPED -> "\u2212";
            case REFUSED -> "!";
        };
    }
}

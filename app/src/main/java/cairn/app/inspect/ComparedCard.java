package cairn.app.inspect;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.Inspected;
import cairn.ca.x509.PlainText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two things beside each other; what differs has a sign and a colour. */
final class ComparedCard {
    private final Texts texts;
    private final GridPane grid = new GridPane();
    private final VBox root;

    ComparedCard(InspectModel.Shown.Two two, Texts texts) {
        this.texts = texts;
        grid.getStyleClass().add("compared");
        grid.getColumnConstraints().addAll(share(3), share(19), share(39), share(39));
        CheckBox only = new CheckBox(texts.get("compared.only"));
        only.setMnemonicParsing(true);
        only.setId("inspect-only");
        only.selectedProperty().subscribe(wanted -> fill(two, wanted));
        long different = two.lines().stream().filter(Difference::isDifferent).count();
        root = Parts.card(
                texts.get("compared"),
                Parts.badge(
                        different == 0 ? Tone.GOOD : Tone.WARNING,
                        texts.get("compared.count", different, two.lines().size())),
                only,
                grid);
    }

    Parent root() {
        return root;
    }

    private void fill(InspectModel.Shown.Two two, boolean onlyDifferent) {
        grid.getChildren().clear();
        row(0, false, Parts.label(""), Parts.label(""), head(two.left()), head(two.right()));
        int number = 1;
        List<Difference> lines = two.lines().stream()
                .filter(line -> !onlyDifferent || line.isDifferent())
                .toList();
        for (Difference line : lines) {
            row(
                    number++,
                    line.isDifferent(),
                    Parts.label(line.isDifferent() ? "\u2260" : "=", "mono"),
                    Parts.wrapped(line.label(), "quiet"),
                    value(line.left()),
                    value(line.right()));
        }
    }

    private Node head(Inspected what) {
        Summary summary = Summary.of(what, texts);
        return new VBox(
                Parts.wrapped(PlainText.escape(what.name()), "strong"),
                Parts.badge(summary.tone(), summary.kind()),
                Parts.wrapped(summary.words(), "quiet"));
    }

    private Node value(String text) {
        return text.isEmpty() ? Parts.label(texts.get("compared.missing"), "caption") : Parts.wrapped(text);
    }

    private void row(int number, boolean different, Node... cells) {
        for (int column = 0; column < cells.length; column++) {
            StackPane cell = new StackPane(cells[column]);
            cell.setAlignment(Pos.TOP_LEFT);
            // A digest, which cannot be broken, must not make the table wider than its room.
            cell.setMinWidth(0);
            if (cells[column] instanceof Region region) {
                region.setMinWidth(0);
            }
            cell.getStyleClass().add("cell");
            if (different) {
                cell.getStyleClass().add("different");
            }
            grid.add(cell, column, number);
        }
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}

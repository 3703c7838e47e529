package cairn.app.overview;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.session.Situation;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Twelve bars: how many valid certificates end in each of the coming months. */
final class EndingsChart {
    private static final double HIGHEST = 110;
    private static final double LOWEST = 2;

    private final HBox row = new HBox();

    EndingsChart(List<Situation.Month> months, Texts texts) {
        long most = months.stream().mapToLong(Situation.Month::ending).max().orElse(0);
        row.getStyleClass().add("bars");
        for (Situation.Month month : months) {
            Region bar = new Region();
            bar.getStyleClass().add(month.ending() == 0 ? "bar-empty" : "bar");
            double height = most == 0 ? LOWEST : Math.max(LOWEST, HIGHEST * month.ending() / most);
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            VBox column = new VBox(
                    Parts.label(month.ending() == 0 ? "" : texts.number(month.ending()), "caption"),
                    bar,
                    Parts.label(texts.month(month.start()), "caption"));
            column.setAlignment(Pos.BOTTOM_CENTER);
            column.getStyleClass().add("bar-column");
            column.setAccessibleText(texts.month(month.start()) + ": " + month.ending());
            HBox.setHgrow(column, Priority.ALWAYS);
            row.getChildren().add(column);
        }
    }

    Parent root() {
        return row;
    }
}

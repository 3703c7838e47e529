package cairn.app.crls;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.ca.crl.ListDifference;
import cairn.ca.x509.RevocationListEntry;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What two lists say differently. */
final class DifferencePane {
    private final CrlsModel model;
    private final Texts texts;

    DifferencePane(CrlsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node draw(CrlsModel.Task.Comparing comparing) {
        Button back = Parts.button(texts.get("back"), MaterialDesignA.ARROW_LEFT, model::back, "flat");
        back.setCancelButton(true);
        back.setId("crl-back");
        ListDifference difference = comparing.difference();
        VBox card = Parts.card(texts.get("compare.title", comparing.first(), comparing.second()), Parts.buttons(back));
        if (difference.isEmpty()) {
            card.getChildren().add(Parts.badge(Tone.GOOD, texts.get("compare.same")));
        }
        part(card, "compare.added", "crl-added", MaterialDesignP.PLUS, difference.added());
        part(card, "compare.removed", "crl-removed", MaterialDesignM.MINUS, difference.removed());
        changed(card, difference.changed());
        return card;
    }

    private void part(VBox card, String key, String id, Ikon sign, List<RevocationListEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Label title = Parts.label(texts.get(key, entries.size()), "strong");
        title.setGraphic(Icons.of(sign));
        EntriesTable table = new EntriesTable(texts, id).show(entries.subList(0, most(entries.size())));
        table.table().setPrefHeight(height(entries.size()));
        card.getChildren().addAll(title, table.table());
    }

    private void changed(VBox card, List<ListDifference.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Label title = Parts.label(texts.get("compare.changed", changes.size()), "strong");
        title.setGraphic(Icons.of(MaterialDesignD.DELTA));
        TableView<ListDifference.Change> table = new TableView<>();
        table.setId("crl-changed");
        table.setAccessibleText(texts.get("compare.changed", changes.size()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(table, texts.get("serial"), change -> change.after().serialHex());
        column(table, texts.get("before"), change -> words(change.before()));
        column(table, texts.get("after"), change -> words(change.after()));
        table.getItems().setAll(changes.subList(0, most(changes.size())));
        table.setPrefHeight(height(changes.size()));
        card.getChildren().addAll(title, table);
    }

    private String words(RevocationListEntry entry) {
        return entry.reasonWord() + ", " + texts.moment(entry.revocationDate());
    }

    private static void column(
            TableView<ListDifference.Change> table, String title, Function<ListDifference.Change, String> value) {
        TableColumn<ListDifference.Change, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private static int most(int size) {
        return Math.min(size, CrlsModel.MOST_ENTRIES);
    }

    private static double height(int rows) {
        return 60 + Math.min(rows, 8) * 38.0;
    }
}

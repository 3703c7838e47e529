package cairn.app.crls;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.ca.x509.RevocationListEntry;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Entries of a list, one a row. */
final class EntriesTable {
    private final TableView<RevocationListEntry> table = new TableView<>();

    EntriesTable(Texts texts, String id) {
        table.setId(id);
        table.setAccessibleText(texts.get("entries"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Parts.wrapped(texts.get("entries.none"), "quiet"));
        column(texts.get("serial"), RevocationListEntry::serialHex)
                .getStyleClass()
                .add("mono");
        column(texts.get("date"), entry -> texts.moment(entry.revocationDate()));
        column(texts.get("reason"), RevocationListEntry::reasonWord);
    }

    private TableColumn<RevocationListEntry, String> column(String title, Function<RevocationListEntry, String> value) {
        TableColumn<RevocationListEntry, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    TableView<RevocationListEntry> table() {
        return table;
    }

    EntriesTable show(List<RevocationListEntry> entries) {
        table.getItems().setAll(entries);
        return this;
    }
}

package cairn.app.fx.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** A table over any number of rows; what its cells show was read before, and a row that is on its way shows a calm bar. */
public final class PagedTable<R> {
    /** A selection of more would have to be read before anything can be done with it. */
    private static final int MOST_SELECTED = 1_000;

    /** No column gets narrower, in letters. */
    private static final double LEAST = 7.5;

    private final TableView<Row<R>> table = new TableView<>();
    private final List<TableColumn<Row<R>, Optional<R>>> columns = new ArrayList<>();
    private final Label size = new Label();
    private Runnable listener = () -> {};
    private boolean changing;
    private final StackPane root;

    /** Shows the rows of {@code model}. */
    public PagedTable(TableModel<R> model, String name) {
        table.getStyleClass().add("paged");
        table.setAccessibleText(name);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keepSelectionSmall);
        size.setManaged(false);
        size.setVisible(false);
        root = new StackPane(table, size);
        model.rows().subscribe(this::show);
    }

    /** Other rows: the one that was selected stays so if it is among them. */
    private void show(PagedRows<R> rows) {
        Row<R> before = table.getSelectionModel().getSelectedItem();
        changing = true;
        table.getSelectionModel().clearSelection();
        table.setItems(rows);
        int place = before == null ? -1 : rows.place(before.id());
        if (place >= 0) {
            table.getSelectionModel().select(place);
        }
        changing = false;
        changed();
    }

    /** Tells of a selection once all of it has arrived. */
    private void changed() {
        if (!changing
                && selected().size()
                        == table.getSelectionModel().getSelectedIndices().size()) {
            listener.run();
        }
    }

    /** To select a million rows by a key takes the toolkit 20 seconds, and nobody means it. */
    private void keepSelectionSmall(KeyEvent event) {
        boolean all = event.isShortcutDown() && event.getCode() == KeyCode.A;
        boolean toTheEnd = event.isShiftDown() && (event.getCode() == KeyCode.END || event.getCode() == KeyCode.HOME);
        if ((all || toTheEnd) && table.getItems().size() > MOST_SELECTED) {
            event.consume();
        }
    }

    /** A column of words; its width is in letters, so that it grows with the text. */
    public PagedTable<R> text(String key, String title, double width, Function<R, String> words, String... styles) {
        return column(key, title, width, (cell, row) -> {
            cell.setText(words.apply(row));
            cell.setGraphic(null);
            cell.getStyleClass().addAll(styles);
        });
    }

    /** A column of more than words. */
    public PagedTable<R> node(String key, String title, double width, Function<R, Node> drawn) {
        return column(key, title, width, (cell, row) -> {
            cell.setText(null);
            cell.setGraphic(drawn.apply(row));
        });
    }

    private PagedTable<R> column(String key, String title, double width, BiConsumer<PagedCell<R>, R> draw) {
        TableColumn<Row<R>, Optional<R>> column = new TableColumn<>(title);
        column.setId(key);
        size.fontProperty().subscribe(font -> {
            column.setPrefWidth(width * font.getSize());
            column.setMinWidth(Math.min(width, LEAST) * font.getSize());
        });
        column.setSortable(false);
        column.setCellValueFactory(features -> features.getValue().content());
        column.setCellFactory(made -> new PagedCell<>(draw));
        columns.add(column);
        table.getColumns().add(column);
        return this;
    }

    /** Shows these columns only; where none of them is known, all. */
    public void choose(List<String> keys) {
        boolean any = columns.stream().anyMatch(column -> keys.contains(column.getId()));
        columns.forEach(column -> column.setVisible(!any || keys.contains(column.getId())));
    }

    /** The keys of the columns that are shown. */
    public List<String> chosen() {
        return columns.stream()
                .filter(TableColumn::isVisible)
                .map(TableColumn::getId)
                .toList();
    }

    /** A menu of the columns; the first always stays. */
    public MenuButton menu(String title, Consumer<List<String>> changed) {
        MenuButton menu = new MenuButton(title);
        menu.setMnemonicParsing(true);
        for (TableColumn<Row<R>, Optional<R>> column : columns.subList(1, columns.size())) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            item.setOnAction(event -> changed.accept(chosen()));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** What stands in place of rows where there is none. */
    public void placeholder(Node node) {
        table.setPlaceholder(node);
    }

    /** Hears that other rows are selected, or that what is selected has arrived. */
    public void onSelected(Runnable changed) {
        listener = changed;
        table.getSelectionModel().getSelectedIndices().subscribe(this::changed);
        table.getSelectionModel().selectedItemProperty().flatMap(Row::content).subscribe(content -> changed());
    }

    /** The rows that are selected and have arrived, at most 1,000. */
    public List<R> selected() {
        ObservableList<Row<R>> rows = table.getItems();
        return table.getSelectionModel().getSelectedIndices().stream()
                .limit(MOST_SELECTED)
                .filter(index -> index != null && index >= 0 && index < rows.size())
                .map(rows::get)
                .flatMap(row -> row.content().get().stream())
                .toList();
    }

    /** What is drawn. */
    public StackPane root() {
        return root;
    }

    /** The table in it. */
    public TableView<Row<R>> table() {
        return table;
    }
}

package cairn.app.fx.table;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows what has arrived, and a bar where it has not. */
final class PagedCell<R> extends TableCell<Row<R>, Optional<R>> {
    private final BiConsumer<PagedCell<R>, R> draw;
    private final List<String> styles;

    PagedCell(BiConsumer<PagedCell<R>, R> draw) {
        this.draw = draw;
        this.styles = List.copyOf(getStyleClass());
    }

    /** The toolkit hands null to a cell that has no row. */
    @Override
    @SuppressWarnings("NullableOptional")
    protected void updateItem(@Nullable Optional<R> content, boolean empty) {
        super.updateItem(content, empty);
        getStyleClass().setAll(styles);
        if (empty || content == null) {
            setText(null);
            setGraphic(null);
        } else if (content.isEmpty()) {
            setText(null);
            setGraphic(bar());
        } else {
            draw.accept(this, content.get());
        }
    }

    private static Region bar() {
        Region bar = new Region();
        bar.getStyleClass().add("on-its-way");
        bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return bar;
    }
}

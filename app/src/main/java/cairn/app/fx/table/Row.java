package cairn.app.fx.table;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place in a table; what stands there may still be on its way. Changes on the screen's thread only. */
public final class Row<R> {
    private final Object table;
    private final int index;
    private final long id;
    private final ReadOnlyObjectWrapper<Optional<R>> content = new ReadOnlyObjectWrapper<>(Optional.empty());

    Row(Object table, int index, long id) {
        this.table = table;
        this.index = index;
        this.id = id;
    }

    /** The id under which the row was found. */
    public long id() {
        return id;
    }

    int index() {
        return index;
    }

    boolean isOf(Object list) {
        return table.equals(list);
    }

    /** What stands there; empty until it is there, and where it is gone. */
    public ReadOnlyObjectProperty<Optional<R>> content() {
        return content.getReadOnlyProperty();
    }

    void fill(Optional<R> arrived) {
        content.set(arrived);
    }
}

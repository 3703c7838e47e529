package cairn.app.fx.form;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a value of a list of choices in words; what is typed is no value. */
public final class Words<T> extends StringConverter<@Nullable T> {
    private final Function<? super T, String> words;

    /** Asks {@code words} for each value; nothing chosen is the empty text. */
    public Words(Function<? super T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}

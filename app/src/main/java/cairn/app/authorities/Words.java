package cairn.app.authorities;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a value in words; nobody types one. */
final class Words<T> extends StringConverter<@Nullable T> {
    private final Function<? super T, String> words;

    Words(Function<? super T, String> words) {
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

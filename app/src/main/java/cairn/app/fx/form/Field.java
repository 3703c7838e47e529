package cairn.app.fx.form;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A text that a person fills in, with the rule that it must keep. Knows nothing of what is drawn. */
public final class Field {
    private final SimpleStringProperty value;
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final Function<String, String> rule;
    private boolean shown;

    /**
     * @param rule what is wrong with a text, in words; empty if nothing is
     */
    public Field(String initial, Function<String, String> rule) {
        this.value = new SimpleStringProperty(initial);
        this.rule = rule;
        value.subscribe(text -> {
            if (shown) {
                fault.set(rule.apply(text));
            }
        });
    }

    /** The text. */
    public StringProperty value() {
        return value;
    }

    /** The text without blanks around it. */
    public String text() {
        return value.get().strip();
    }

    /** What is wrong, once the person has left the field or gone on; else empty. */
    public ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /** From now on says what is wrong, and whether nothing is. */
    public boolean check() {
        shown = true;
        fault.set(rule.apply(value.get()));
        return fault.get().isEmpty();
    }

    /** Checks all of them, so that a person sees at once everything that is wrong; whether nothing is. */
    public static boolean checkAll(Field... fields) {
        boolean good = true;
        for (Field field : fields) {
            good &= field.check();
        }
        return good;
    }
}

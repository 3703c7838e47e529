package cairn.ca.validation;

import cairn.ca.x509.PlainText;
import java.util.List;
import java.util.Optional;

/** What one object in a file is, in words. */
public record Description(String title, List<Fact> facts) {
    /** Makes the title harmless and keeps a copy of the list. */
    public Description {
        title = PlainText.escape(title);
        facts = List.copyOf(facts);
    }

    /** The value of the first fact with this label. */
    public Optional<String> value(String label) {
        return facts.stream()
                .filter(f -> f.label().equals(label))
                .map(Fact::value)
                .findFirst();
    }
}

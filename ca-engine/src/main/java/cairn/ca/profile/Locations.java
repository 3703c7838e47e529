package cairn.ca.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The extensions that {@link LocationRules} make. They depend on nothing but the operator's variables, which are the same
 * for a whole batch, so the last ones are kept. Safe for use by several threads.
 */
final class Locations {
    private final LocationRules rules;
    private volatile @Nullable Made last;

    private record Made(Map<String, String> variables, List<EncodedExtension> extensions) {}

    Locations(LocationRules rules) {
        this.rules = rules;
    }

    LocationRules rules() {
        return rules;
    }

    void shape(Draft draft) {
        Map<String, String> variables = draft.choices().variables();
        Made made = last;
        if (made == null || !made.variables().equals(variables)) {
            List<EncodedExtension> extensions = new ArrayList<>(2);
            rules.shape(draft, extensions::add);
            made = new Made(variables, extensions);
            if (draft.reasons().isEmpty()) {
                // What was refused is looked at again each time, so that its words are said each time.
                last = made;
            }
        }
        made.extensions().forEach(draft::extension);
    }
}

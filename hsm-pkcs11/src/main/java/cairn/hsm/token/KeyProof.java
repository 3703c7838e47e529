package cairn.hsm.token;

import java.util.Map;
import java.util.Set;

/**
 * What the token says of a private key when asked afterwards.
 *
 * @param answers by attribute name, such as {@code CKA_SENSITIVE}; a token that refuses to say has no entry
 * @param deviations what differs from the template it was generated with, in words
 */
public record KeyProof(Map<String, Boolean> answers, Set<String> deviations) {
    /** Takes copies. */
    public KeyProof {
        answers = Map.copyOf(answers);
        deviations = Set.copyOf(deviations);
    }
}

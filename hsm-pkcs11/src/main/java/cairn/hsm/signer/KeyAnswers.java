package cairn.hsm.signer;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyAttributes.Answer;
import cairn.hsm.token.KeyProof;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token says of a key, in the engine's words. */
final class KeyAnswers {
    private static final Map<String, String> USAGES = Map.of(
            "CKA_SIGN", "SIGN",
            "CKA_SIGN_RECOVER", "SIGN_RECOVER",
            "CKA_DECRYPT", "DECRYPT",
            "CKA_UNWRAP", "UNWRAP",
            "CKA_DERIVE", "DERIVE");

    private KeyAnswers() {}

    static KeyAttributes of(KeyProof proof) {
        Set<String> usages = USAGES.entrySet().stream()
                .filter(usage -> Boolean.TRUE.equals(proof.answers().get(usage.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return new KeyAttributes(
                answer(proof, "CKA_LOCAL"),
                answer(proof, "CKA_SENSITIVE"),
                answer(proof, "CKA_ALWAYS_SENSITIVE"),
                answer(proof, "CKA_EXTRACTABLE"),
                answer(proof, "CKA_NEVER_EXTRACTABLE"),
                usages,
                proof.deviations());
    }

    private static Answer answer(KeyProof proof, String attribute) {
        Boolean said = proof.answers().get(attribute);
        if (said == null) {
            return Answer.NOT_SAID;
        }
        return said ? Answer.TRUE : Answer.FALSE;
    }
}

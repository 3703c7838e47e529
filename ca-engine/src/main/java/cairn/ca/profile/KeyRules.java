package cairn.ca.profile;

import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which keys may be certified, and with which algorithms an issuer may sign.
 *
 * @param signatures empty for any
 */
record KeyRules(List<KeyType> keys, List<SignatureAlgorithm> signatures) {
    KeyRules {
        keys = List.copyOf(keys);
        signatures = List.copyOf(signatures);
    }

    void shape(Draft draft) {
        Optional<KeyType> type = draft.requested().key().type();
        if (type.isEmpty() || !keys.contains(type.get())) {
            String found = type.map(KeyType::title)
                    .orElse("of algorithm "
                            + draft.requested().key().info().getAlgorithm().getAlgorithm());
            draft.refuse("key", "key-type", "the key is " + found + "; allowed are " + allowed());
        }
        SignatureAlgorithm algorithm = draft.issuer().algorithm();
        if (!signatures.isEmpty() && !signatures.contains(algorithm)) {
            String words = signatures.stream().map(SignatureAlgorithm::word).collect(Collectors.joining(", "));
            draft.refuse(
                    "signature",
                    "signature-algorithm",
                    "the issuer signs with " + algorithm.word() + "; allowed are " + words);
        }
    }

    private String allowed() {
        return keys.stream().map(KeyType::title).collect(Collectors.joining(", "));
    }
}

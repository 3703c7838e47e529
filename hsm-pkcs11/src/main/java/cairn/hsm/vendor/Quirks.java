package cairn.hsm.vendor;

import java.util.Set;

/**
 * Where tokens of one make differ from the standard.
 *
 * @param edwardsByName whether CKA_EC_PARAMS for Ed25519 is tried as the name {@code edwards25519} before the OID
 * @param omittedAttributes attributes (CKA_ numbers) that its templates must not contain
 * @param pinHint what its PIN looks like, for the prompt; empty if there is nothing to say
 */
public record Quirks(boolean edwardsByName, Set<Long> omittedAttributes, String pinHint) {
    /** As the standard says. */
    public static final Quirks NONE = new Quirks(false, Set.of(), "");

    /** Takes a copy. */
    public Quirks {
        omittedAttributes = Set.copyOf(omittedAttributes);
    }
}

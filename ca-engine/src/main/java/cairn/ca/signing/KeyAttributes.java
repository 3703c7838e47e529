package cairn.ca.signing;

import java.util.Set;

/**
 * What the token says of a private key after it was asked, not what was requested (PKCS#11 section 4.9).
 *
 * @param local CKA_LOCAL: generated on the token. Empty where the token does not say
 * @param sensitive CKA_SENSITIVE: never leaves in plain text
 * @param alwaysSensitive CKA_ALWAYS_SENSITIVE
 * @param extractable CKA_EXTRACTABLE
 * @param neverExtractable CKA_NEVER_EXTRACTABLE
 * @param usages the usage flags that are true, such as {@code SIGN}
 * @param remarks what differs from what was asked for, in words; empty when nothing does
 */
public record KeyAttributes(
        Answer local,
        Answer sensitive,
        Answer alwaysSensitive,
        Answer extractable,
        Answer neverExtractable,
        Set<String> usages,
        Set<String> remarks) {
    /** Takes copies. */
    public KeyAttributes {
        usages = Set.copyOf(usages);
        remarks = Set.copyOf(remarks);
    }

    /** What a token answers when it is asked for an attribute. */
    public enum Answer {
        TRUE,
        FALSE,
        NOT_SAID
    }
}

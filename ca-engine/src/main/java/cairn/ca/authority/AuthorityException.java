package cairn.ca.authority;

import cairn.ca.signing.KeyReference;

/** Why an authority could not be created, brought into service, opened or retired. */
public abstract sealed class AuthorityException extends Exception {
    private AuthorityException(String message) {
        super(message);
    }

    private AuthorityException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A rule forbids it. */
    public static final class Refused extends AuthorityException {
        private final String rule;

        /**
         * @param rule the rule's short name, such as {@code path-length}
         * @param words what is wrong and with what
         */
        public Refused(String rule, String words) {
            super(words);
            this.rule = rule;
        }

        /** As {@link #Refused(String, String)}, keeping the cause. */
        public Refused(String rule, String words, Throwable cause) {
            super(words, cause);
            this.rule = rule;
        }

        /** The rule's short name. */
        public String rule() {
            return rule;
        }
    }

    /** A key with the authority's label is on the token and no authority uses it: a creation was interrupted. */
    public static final class Interrupted extends AuthorityException {
        private final KeyReference key;

        public Interrupted(KeyReference key, String words) {
            super(words);
            this.key = key;
        }

        /** The key that is there. */
        public KeyReference key() {
            return key;
        }
    }
}

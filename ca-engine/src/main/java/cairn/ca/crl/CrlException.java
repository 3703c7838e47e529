package cairn.ca.crl;

import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Why a list was not issued. Its number, once in an intent, is used up in every case. */
public abstract sealed class CrlException extends Exception {
    private CrlException(String message) {
        super(message);
    }

    private CrlException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A rule forbids it. Nothing was recorded or signed. */
    public static final class Refused extends CrlException {
        private final String rule;

        /**
         * @param rule the rule's short name, such as {@code next-update}
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

    /** Somebody ended it before a number was taken. Nothing was recorded or signed. */
    public static final class Cancelled extends CrlException {
        public Cancelled() {
            super("stopped before the list had a number");
        }
    }

    /** Linting found errors that nobody skipped. Nothing was recorded or signed. */
    public static final class LintFailed extends CrlException {
        private final List<Finding> findings;

        public LintFailed(List<Finding> findings) {
            super(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
            this.findings = List.copyOf(findings);
        }

        /** All findings, those that do not block too. */
        public List<Finding> findings() {
            return findings;
        }
    }

    /** The ledger or the register failed. Nothing was signed. */
    public static final class NotRecorded extends CrlException {
        public NotRecorded(LedgerException cause) {
            super("nothing was signed, because the ledger failed: " + cause.getMessage(), cause);
        }
    }

    /** The token certainly did not sign; the intent was closed. */
    public static final class NotSigned extends CrlException {
        public NotSigned(SigningException cause) {
            super("the token did not sign: " + cause.getMessage(), cause);
        }
    }

    /** Nobody can know whether the token signed; the intent stays open. */
    public static final class UnknownOutcome extends CrlException {
        private final IntentId intent;

        public UnknownOutcome(IntentId intent, SigningException cause) {
            super("nobody can know whether the token signed: " + cause.getMessage(), cause);
            this.intent = intent;
        }

        /** The open intent. */
        public IntentId intent() {
            return intent;
        }
    }

    /** The token returned something that is no signature of the key; the list was withheld, the intent closed. */
    public static final class WrongSignature extends CrlException {
        public WrongSignature(String words) {
            super(words);
        }
    }

    /** The token signed, but that could not be recorded; the list was withheld, the intent stays open. */
    public static final class NotCompleted extends CrlException {
        private final IntentId intent;

        public NotCompleted(IntentId intent, LedgerException cause) {
            super("the token signed, but the ledger failed to record it: " + cause.getMessage(), cause);
            this.intent = intent;
        }

        /** The open intent. */
        public IntentId intent() {
            return intent;
        }
    }
}

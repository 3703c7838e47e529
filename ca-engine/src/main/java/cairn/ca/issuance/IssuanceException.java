package cairn.ca.issuance;

import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Why a certificate was not issued. The subclasses are what a caller must tell apart: above all whether it may exist. */
public abstract sealed class IssuanceException extends Exception {
    private IssuanceException(String message) {
        super(message);
    }

    private IssuanceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A rule of the authority forbids it. No intent was recorded, nothing signed. */
    public static final class Refused extends IssuanceException {
        private final String rule;

        /**
         * @param rule the rule's short name, such as {@code validity}
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

    /** Linting found errors that nobody skipped. No intent was recorded, nothing signed. */
    public static final class LintFailed extends IssuanceException {
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

    /** The ledger could not record the intent or answer a question. Nothing was signed. */
    public static final class NotRecorded extends IssuanceException {
        public NotRecorded(LedgerException cause) {
            super("nothing was signed, because the ledger failed: " + cause.getMessage(), cause);
        }
    }

    /** The token certainly did not sign; the intent was closed. */
    public static final class NotSigned extends IssuanceException {
        private final IntentId intent;

        public NotSigned(IntentId intent, SigningException cause) {
            super("the token did not sign: " + cause.getMessage(), cause);
            this.intent = intent;
        }

        /** The closed intent. */
        public IntentId intent() {
            return intent;
        }
    }

    /** Nobody can know whether the token signed; the intent stays open until somebody settles it. */
    public static final class UnknownOutcome extends IssuanceException {
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

    /** The token returned something that is no signature of the key; the certificate was withheld, the intent closed. */
    public static final class WrongSignature extends IssuanceException {
        private final IntentId intent;

        public WrongSignature(IntentId intent, String words) {
            super(words);
            this.intent = intent;
        }

        /** The closed intent. */
        public IntentId intent() {
            return intent;
        }
    }

    /** The token signed, but that could not be recorded; the certificate was withheld, the intent stays open. */
    public static final class NotCompleted extends IssuanceException {
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

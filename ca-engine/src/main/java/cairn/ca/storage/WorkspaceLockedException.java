package cairn.ca.storage;

/** The workspace's parts do not agree, so it stays closed: nothing is signed and nothing is repaired by itself. */
public final class WorkspaceLockedException extends WorkspaceException {
    private final Reason reason;

    WorkspaceLockedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    WorkspaceLockedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What does not agree. */
    public Reason reason() {
        return reason;
    }

    /** What does not agree, and whether the journal alone is enough to go on. */
    public enum Reason {
        JOURNAL_MISSING(false),
        JOURNAL_DAMAGED(false),
        /** The register has seen entries that the journal does not have. */
        JOURNAL_ROLLED_BACK(false),
        /** The journal is not the one that the register was following. */
        JOURNAL_REPLACED(false),
        DATABASE_MISSING(true),
        DATABASE_EMPTY(true),
        DATABASE_UNREADABLE(true),
        /** The database file holds things that Cairn never makes, or is another workspace's. */
        DATABASE_FOREIGN(true);

        private final boolean rebuildHelps;

        Reason(boolean rebuildHelps) {
            this.rebuildHelps = rebuildHelps;
        }

        /** Whether the register can be rebuilt from the journal without losing anything. */
        public boolean rebuildHelps() {
            return rebuildHelps;
        }
    }
}

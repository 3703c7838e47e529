package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalVerification;
import cairn.ca.audit.Progress;
import cairn.ca.storage.WorkspaceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks an open workspace: the journal itself, then that register and signed lists are what it tells. */
public final class WorkspaceCheck {
    private final Session session;

    /** Checks this workspace. */
    public WorkspaceCheck(Session session) {
        this.session = session;
    }

    /**
     * What was found.
     *
     * @param journal how it stands with the journal
     * @param differences where register and lists are something else; not looked for in a journal that is not intact
     * @param unrecorded why the check itself is not in the journal; empty if it is
     */
    public record Result(JournalVerification journal, List<String> differences, Optional<JournalException> unrecorded) {
        /** Takes a copy. */
        public Result {
            differences = List.copyOf(differences);
        }

        /** Whether nothing is wrong. */
        public boolean isGood() {
            return journal.intact() && differences.isEmpty();
        }
    }

    /** Checks all; nothing if {@code progress} ended it. */
    public Optional<Result> run(Progress progress) throws JournalException, WorkspaceException, Problem {
        long last = session.register().journal().lastSequence();
        Optional<JournalVerification> journal = session.register()
                .journalAccess()
                .verify(Optional.empty(), (done, total) -> progress.goesOn(done, 2 * last));
        if (journal.isEmpty() || !journal.get().intact()) {
            return journal.map(found -> new Result(found, List.of(), Optional.empty()));
        }
        try {
            List<String> differences =
                    session.register().differences((done, total) -> progress.goesOn(last + done, 2 * last));
            return Optional.of(new Result(journal.get(), differences, record(journal.get(), differences)));
        } catch (WorkspaceException.Cancelled e) {
            return Optional.empty();
        }
    }

    /** For an auditor: who verified what, and what was found. That it cannot be recorded is no finding. */
    public Optional<JournalException> record(JournalVerification found, List<String> differences) {
        List<AuditEvent> events = new ArrayList<>();
        events.add(new AuditEvent.JournalVerified(found.entries()));
        if (!differences.isEmpty()) {
            events.add(new AuditEvent.IntegrityViolation(
                    "register or signed lists", BoundedWords.of(String.join("; ", differences))));
        }
        try {
            session.register().journal().append(events);
            return Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e);
        }
    }
}

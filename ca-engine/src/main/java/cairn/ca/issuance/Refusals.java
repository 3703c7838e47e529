package cairn.ca.issuance;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that the profile, a rule or the linter refused, on their way into the journal: all of a batch in one step,
 * since a step costs a write that is flushed to the disk.
 */
final class Refusals {
    private final AuditJournal journal;
    private final List<AuditEvent> events = new ArrayList<>();
    private Optional<IssuanceException> last = Optional.empty();

    Refusals(AuditJournal journal) {
        this.journal = journal;
    }

    /** Records those among these results, one for each order, and hands the results on. */
    List<PreparationResult> among(List<IssuanceOrder> orders, List<PreparationResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof PreparationResult.Refused(var failure)) {
                add(orders.get(i), failure);
            }
        }
        record();
        return results;
    }

    /** Records one, and hands it on. */
    IssuanceException of(IssuanceOrder order, IssuanceException failure) {
        add(order, failure);
        record();
        return failure;
    }

    /** Takes a failure; one that is no refusal is recorded elsewhere or cannot be. */
    void add(IssuanceOrder order, IssuanceException failure) {
        switch (failure) {
            case IssuanceException.Refused refused -> add(order, refused, refused.rule());
            case IssuanceException.LintFailed refused -> add(order, refused, "lint");
            case IssuanceException.NotRecorded e -> {}
            case IssuanceException.NotSigned e -> {}
            case IssuanceException.UnknownOutcome e -> {}
            case IssuanceException.WrongSignature e -> {}
            case IssuanceException.NotCompleted e -> {}
        }
    }

    private void add(IssuanceOrder order, IssuanceException failure, String rule) {
        last = Optional.of(failure);
        events.add(new AuditEvent.IssuanceRefused(
                order.issuer().name(),
                order.profile().name(),
                order.request(),
                rule,
                BoundedWords.of(String.valueOf(failure.getMessage()))));
    }

    /** Records them. A journal that fails stops what is to be signed later; the refusals stand all the same. */
    void record() {
        if (last.isEmpty()) {
            return;
        }
        try {
            journal.append(events);
        } catch (JournalException e) {
            last.get().addSuppressed(e);
        }
    }
}

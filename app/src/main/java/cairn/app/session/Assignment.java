package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for certificates, and their tags; what is empty stays as it is.
 *
 * @param tags in place of all that there are
 */
public record Assignment(Optional<String> owner, Optional<List<String>> tags) {
    private static final int LONGEST_OWNER = 200;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_TAGS = 50;

    /** Refuses what assigns nothing, or more than the register takes. */
    public void require() throws Problem {
        List<String> wanted = tags.orElse(List.of());
        if ((owner.isEmpty() && tags.isEmpty())
                || owner.filter(name -> name.length() > LONGEST_OWNER).isPresent()
                || wanted.size() > MOST_TAGS
                || wanted.stream().anyMatch(tag -> tag.isBlank() || tag.length() > LONGEST_TAG)) {
            throw new Problem(
                    "I-8",
                    ExitCode.USAGE,
                    "There is nothing to assign, or too much.",
                    "--owner, --tag",
                    "Give an owner of at most %d characters, or 1 to %d tags of at most %d."
                            .formatted(LONGEST_OWNER, MOST_TAGS, LONGEST_TAG));
        }
    }

    /** Records it for certificates of one issuer, in one step; answers what was recorded. */
    public List<AuditEvent> record(Session session, AuthorityName issuer, List<SerialNumber> serialNumbers)
            throws Problem, LedgerException, JournalException {
        require();
        List<AuditEvent> events = new ArrayList<>();
        for (SerialNumber serialNumber : serialNumbers) {
            CertificateSummary row = session.register()
                    .inventory()
                    .find(issuer, serialNumber)
                    .orElseThrow(() -> Problem.badInput(
                            "E-1",
                            "This authority issued no such certificate.",
                            serialNumber.hex(),
                            "'cairn inventory' lists them."));
            events.add(
                    new AuditEvent.OwnerSet(issuer, serialNumber, owner.orElse(row.owner()), tags.orElse(row.tags())));
        }
        session.register().journal().append(events);
        return List.copyOf(events);
    }
}

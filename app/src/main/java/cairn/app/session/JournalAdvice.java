package cairn.app.session;

import cairn.ca.audit.JournalVerification;

/** What a person does next depends on what befell the journal. */
public final class JournalAdvice {
    private JournalAdvice() {}

    /** What to do about this defect. */
    public static String of(JournalVerification.Defect defect) {
        String replace =
                "Bring journal.cairn back from a copy that is as new as the register, 'audit verify --checkpoint' the"
                        + " copy first, and find out who or what changed it. 'cairn audit show' lists the entries that are good.";
        String keep = "Keep a copy of the folder as it is, and sign nothing. ";
        return switch (defect.kind()) {
            case EDITED, REMOVED, REORDERED -> keep + replace;
            case DAMAGED, TAIL_CUT ->
                keep
                        + "If only the last writing was cut short, as by a power cut, 'cairn workspace info' opens the workspace"
                        + " and says so: nothing is lost then. Else, or where a checkpoint shows that the end is gone: "
                        + replace;
            case REPLACED ->
                keep + "See that the checkpoint is this workspace's. If it is, another journal lies here. " + replace;
        };
    }
}

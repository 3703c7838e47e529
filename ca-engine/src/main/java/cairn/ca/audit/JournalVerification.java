package cairn.ca.audit;

import java.util.Optional;

/**
 * What a verification found.
 *
 * @param entries how many entries are good, from the first on
 * @param defect the first thing that is not good; empty if all is
 * @param checkpoint where the good part ends
 */
public record JournalVerification(long entries, Optional<Defect> defect, Checkpoint checkpoint) {
    /** Whether nothing is wrong. */
    public boolean intact() {
        return defect.isEmpty();
    }

    /**
     * The first thing that is not good.
     *
     * @param sequence the entry at which it shows
     * @param offset the offset in the file of the frame that holds, or should hold, this entry
     */
    public record Defect(Kind kind, long sequence, long offset, String words) {}

    /** What somebody or something did to the journal. */
    public enum Kind {
        /** The octets of an entry are not those that were recorded. */
        EDITED,
        /** Entries that were there are gone. */
        REMOVED,
        /** An entry stands where another should. */
        REORDERED,
        /** The octets are not a frame: a disk's fault, or a careless hand. */
        DAMAGED,
        /** The end is gone: an outside checkpoint, or an unfinished frame, shows it. */
        TAIL_CUT,
        /** The journal is consistent and not the one that the checkpoint was taken from. */
        REPLACED
    }
}

package cairn.ca.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found when a workspace was opened.
 *
 * @param tornOctets how many octets of an unfinished journal entry were cut off; nothing that was acknowledged
 * @param replayed how many journal entries the register did not have yet and was given
 * @param closedInOrder whether the program that had it open before closed it
 * @param openIntents how many intended signatures have no known end
 * @param remade from how many journal entries the register was made anew because the computer had gone down; 0 if it was not
 * @param clockBehind whether the clock stands before the journal's latest entry; then nothing may be signed
 */
public record OpeningReport(
        long tornOctets, long replayed, boolean closedInOrder, long remade, int openIntents, boolean clockBehind) {
    /** What a person should read, a sentence each; empty if all is as it was left. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (!closedInOrder) {
            words.add("The workspace was not closed in order: a program or the computer stopped.");
        }
        if (tornOctets > 0) {
            words.add("An unfinished entry of " + tornOctets + " octets was cut off the journal's end; it was never"
                    + " acknowledged, and nothing was signed upon it.");
        }
        if (remade > 0) {
            words.add("The computer went down while the workspace was open, so the register was made anew from the "
                    + remade + " entries of the journal.");
        }
        if (replayed > 0) {
            words.add(replayed + (replayed == 1 ? " entry" : " entries")
                    + " of the journal had not reached the register and " + (replayed == 1 ? "was" : "were")
                    + " entered now.");
        }
        if (openIntents > 0) {
            words.add(openIntents + (openIntents == 1 ? " intended signature has" : " intended signatures have")
                    + " no known end and must be settled.");
        }
        if (clockBehind) {
            words.add("The clock stands before the journal's latest entry; nothing is signed until that is settled.");
        }
        return List.copyOf(words);
    }
}

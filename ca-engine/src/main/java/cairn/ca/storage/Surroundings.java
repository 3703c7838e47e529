package cairn.ca.storage;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What a workspace is handed from outside.
 *
 * @param random a CSPRNG; serial numbers depend on it
 * @param actor who acts, for the journal and for the second program that wants the workspace, such as {@code ann@desk}
 * @param version of the program
 * @param boot a name for the time since the computer was started, another after each start; empty if nobody can say
 */
public record Surroundings(
        InstantSource clock, SecureRandom random, String actor, String version, String boot, FileLayer files) {
    /** On the files as they are. */
    public static Surroundings of(InstantSource clock, SecureRandom random, String actor, String version, String boot) {
        return new Surroundings(clock, random, actor, version, boot, new DiskFiles());
    }
}

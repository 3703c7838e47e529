package cairn.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace that somebody had open, as it lies there now.
 *
 * @param isThere whether its journal is there
 * @param used when something was recorded in it last
 */
public record KnownWorkspace(Path folder, boolean isThere, Optional<Instant> used) {
    /** Looks at a folder without opening anything. */
    public static KnownWorkspace of(Path folder) {
        try {
            Instant used =
                    Files.getLastModifiedTime(folder.resolve("journal.cairn")).toInstant();
            return new KnownWorkspace(folder, true, Optional.of(used));
        } catch (IOException e) {
            return new KnownWorkspace(folder, false, Optional.empty());
        }
    }
}

package cairn.app.fx.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files. */
public interface FilePicker {
    /** Files to read; none if the person thought better of it. */
    List<Path> open(String title);

    /** A file to be written. */
    Optional<Path> save(String title, String suggestedName);

    /** A folder. */
    Optional<Path> folder(String title);
}

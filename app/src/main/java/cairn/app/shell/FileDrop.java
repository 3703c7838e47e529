package cairn.app.shell;

import java.nio.file.Path;
import java.util.List;

/** Takes files that are dropped anywhere on the window. */
public interface FileDrop {
    /** What would become of these files, judged by their names alone, for a person who still holds them. */
    String words(List<Path> files);

    /** They were let go. */
    void dropped(List<Path> files);
}

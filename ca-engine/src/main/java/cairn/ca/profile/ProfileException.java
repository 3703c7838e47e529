package cairn.ca.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile file that is refused. Holds every problem that was found, in the order of the file. */
public final class ProfileException extends Exception {
    private final String file;
    /** @serial the problems, at least one */
    private final List<Problem> problems;

    ProfileException(String file, List<Problem> problems) {
        super(problems.stream().map(p -> file + ":" + p).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refused profile has a problem");
        }
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** The name of the file, as it was given. */
    public String file() {
        return file;
    }

    /** What is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}

package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileException;
import cairn.ca.profile.ProfileReader;
import cairn.ca.profile.ReadyMadeProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The profiles that can be used: those of the workspace's folder, then the ready-made ones. */
public final class ProfileShelf {
    private final Path folder;

    /** The workspace's own profiles lie in {@code folder}, which need not exist. */
    public ProfileShelf(Path folder) {
        this.folder = folder;
    }

    /** Names of all of them, the workspace's own first. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".json"))
                        .map(name -> name.substring(0, name.length() - ".json".length()))
                        .sorted()
                        .forEach(names::add);
            }
        }
        ReadyMadeProfiles.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return List.copyOf(names);
    }

    /** A profile by name, or by the path of its file where the name ends with {@code .json}. */
    public Profile get(String name) throws IOException, ProfileException, Problem {
        Path file = name.endsWith(".json") ? Path.of(name) : folder.resolve(name + ".json");
        if (name.endsWith(".json") || (name.matches("[a-z0-9][a-z0-9-]*") && Files.exists(file))) {
            return ProfileReader.read(file.toString(), InputFile.read(file));
        }
        return ReadyMadeProfiles.find(name)
                .orElseThrow(() -> Problem.badInput(
                        "P-1", "There is no profile of this name.", name, "'cairn profile list' names them all."));
    }
}

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
    private static final String NAME = "[a-z0-9][a-z0-9-]*";

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
        if (name.endsWith(".json")) {
            return ProfileReader.read(name, InputFile.read(Path.of(name)));
        }
        if (isOwn(name)) {
            Path file = file(name);
            Profile profile = ProfileReader.read(file.toString(), InputFile.read(file));
            if (!profile.name().equals(name)) {
                // What is issued is recorded under the profile's own name, and two files may not share one.
                throw Problem.badInput(
                        "P-4",
                        "The profile in this file is called " + profile.name() + ".",
                        file.toString(),
                        "Give the file the name of its profile, or the profile (\"name\") that of its file.");
            }
            return profile;
        }
        return ReadyMadeProfiles.find(name)
                .orElseThrow(() -> Problem.badInput(
                        "P-1",
                        "There is no profile of this name.",
                        name,
                        name.matches(NAME)
                                ? "'cairn profile list' names them all."
                                : "The name of a profile, and of its file, has small letters, digits and hyphens."));
    }

    /** Whether the workspace has a profile of this name; it goes before a ready-made one. */
    public boolean isOwn(String name) {
        return name.matches(NAME) && Files.exists(file(name));
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}

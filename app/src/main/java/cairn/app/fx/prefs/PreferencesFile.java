package cairn.app.fx.prefs;

import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps what a person likes in a file. What is wrong in it is left aside: likings are never a reason not to start. */
public final class PreferencesFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** In {@code file}, which need not exist. */
    public PreferencesFile(Path file) {
        this.file = file;
    }

    /** What is kept, with the usual for what is not. */
    public Preferences read() {
        Preferences usual = Preferences.usual();
        try {
            if (!Files.isRegularFile(file)) {
                return usual;
            }
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            List<Path> recent = new ArrayList<>();
            json.path("recent").forEach(each -> recent.add(Path.of(each.asText())));
            return new Preferences(
                    one(Theme.class, json.path("theme"), usual.theme()),
                    one(Language.class, json.path("language"), usual.language()),
                    Math.clamp(json.path("textPercent").asInt(usual.percent()), 100, 200),
                    Math.max(0, json.path("idleMinutes").asInt(usual.idleMinutes())),
                    recent);
        } catch (IOException | IllegalArgumentException e) {
            return usual;
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, JsonNode value, E otherwise) {
        return value.isTextual() ? Enum.valueOf(type, value.asText().toUpperCase(Locale.ROOT)) : otherwise;
    }

    /** Keeps them. */
    public void write(Preferences preferences) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
        json.put("language", preferences.language().name().toLowerCase(Locale.ROOT));
        json.put("textPercent", preferences.percent());
        json.put("idleMinutes", preferences.idleMinutes());
        preferences.recent().forEach(path -> json.withArray("recent").add(path.toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new FilePublisher()
                    .publishForOwner(
                            file,
                            JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json),
                            FilePublisher.Existing.REPLACE,
                            content -> {});
        } catch (PublicationException e) {
            throw new IOException("the preferences could not be written", e);
        }
    }
}

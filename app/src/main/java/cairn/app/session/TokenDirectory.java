package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.signing.KeyReference;
import cairn.ca.storage.DiskWords;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tokens of a workspace, in its file {@code tokens.json}. */
public final class TokenDirectory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** The tokens of the workspace in {@code folder}. */
    public TokenDirectory(Path folder) {
        this.folder = folder;
    }

    /** Where a software token of this name lies. */
    public Path softwareFile(String name) {
        return folder.resolve("tokens").resolve(name + ".token");
    }

    /** All of them, in the order in which they were added. */
    public List<TokenSettings> all() throws Problem {
        Path file = file();
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<TokenSettings> tokens = new ArrayList<>();
            for (JsonNode node : JSON.readTree(Files.readAllBytes(file)).path("tokens")) {
                tokens.add(read(node));
            }
            return List.copyOf(tokens);
        } catch (JsonProcessingException e) {
            throw Problem.badInput(
                    "W-1",
                    "The list of tokens is not JSON.",
                    file + ", line " + e.getLocation().getLineNr(),
                    "Mend the file, or move it away and add the tokens again.");
        } catch (IOException e) {
            throw Problem.badInput(
                    "W-2",
                    "The list of tokens cannot be read.",
                    DiskWords.of(e),
                    "See that you may read the file and that its disk is sound.");
        } catch (IllegalArgumentException e) {
            throw Problem.badInput(
                    "W-2",
                    "The list of tokens cannot be read.",
                    file + ": " + e.getMessage(),
                    "Mend the file, or move it away and add the tokens again.");
        }
    }

    /** The token of this name. */
    public TokenSettings get(String name) throws Problem {
        List<TokenSettings> tokens = all();
        return tokens.stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(
                        "W-3",
                        "The workspace has no token of this name.",
                        name,
                        tokens.isEmpty()
                                ? "Make one with 'cairn token init' or name one with 'cairn token add'."
                                : "It has: "
                                        + String.join(
                                                ", ",
                                                tokens.stream()
                                                        .map(TokenSettings::name)
                                                        .toList())));
    }

    /** The token on which a key lies. */
    public TokenSettings holding(KeyReference key) throws Problem {
        return find(key)
                .orElseThrow(() -> Problem.badInput(
                        "W-4",
                        "The token of this key is not in the workspace's list.",
                        "label " + key.tokenLabel() + ", serial number " + key.tokenSerial(),
                        "Add it: cairn token add NAME --module LIB --token '" + key.tokenLabel() + "'"));
    }

    /** The token on which a key lies, if the workspace knows it. */
    public Optional<TokenSettings> find(KeyReference key) throws Problem {
        return all().stream()
                .filter(token -> token.label().equals(key.tokenLabel())
                        && token.serialNumber().equals(key.tokenSerial()))
                .findFirst();
    }

    /** The only token, where nobody has to choose. */
    public Optional<TokenSettings> only() throws Problem {
        List<TokenSettings> tokens = all();
        return tokens.size() == 1 ? Optional.of(tokens.getFirst()) : Optional.empty();
    }

    /** Refuses a name that is taken. */
    public void requireFree(String name) throws Problem {
        if (all().stream().anyMatch(known -> known.name().equals(name))) {
            throw Problem.badInput("W-5", "The workspace has a token of this name already.", name, "Choose another.");
        }
    }

    /** Adds a token; refuses a name that is taken. */
    public void add(TokenSettings token) throws Problem, IOException {
        requireFree(token.name());
        List<TokenSettings> tokens = new ArrayList<>(all());
        tokens.add(token);
        ObjectNode document = JSON.createObjectNode();
        ArrayNode list = document.putArray("tokens");
        tokens.forEach(known -> write(list.addObject(), known));
        try {
            new FilePublisher()
                    .publishForOwner(
                            file(),
                            JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document),
                            FilePublisher.Existing.REPLACE,
                            content -> {});
        } catch (PublicationException e) {
            throw new IOException("the list of tokens could not be written", e);
        }
    }

    private Path file() {
        return folder.resolve("tokens.json");
    }

    private TokenSettings read(JsonNode node) throws IOException {
        String file = text(node, "file");
        return new TokenSettings(
                text(node, "name"),
                TokenSettings.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
                folder.resolve(file),
                Optional.ofNullable(node.get("reserved")).map(JsonNode::asText),
                text(node, "label"),
                text(node, "serialNumber"));
    }

    private static String text(JsonNode node, String field) throws IOException {
        JsonNode value = node.get(field);
        if (value == null || !value.isTextual()) {
            throw new IOException("a token without " + field);
        }
        return value.asText();
    }

    private void write(ObjectNode node, TokenSettings token) {
        Path file = token.file().startsWith(folder) ? folder.relativize(token.file()) : token.file();
        node.put("name", token.name());
        node.put("kind", token.kind().name().toLowerCase(Locale.ROOT));
        node.put("file", file.toString());
        token.reserved().ifPresent(reserved -> node.put("reserved", reserved));
        node.put("label", token.label());
        node.put("serialNumber", token.serialNumber());
    }
}

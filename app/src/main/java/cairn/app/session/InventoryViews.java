package cairn.app.session;

import cairn.ca.audit.AuthorityName;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a workspace's certificates are looked at, in its file {@code inventory-views.json}: filters that have a name, and the
 * columns that are shown. What is wrong in the file is left aside, for nothing but comfort is lost with it.
 *
 * @param filters by name, in the order in which they were saved
 * @param columns their keys; empty for the usual ones
 */
public record InventoryViews(Map<String, InventoryFilter> filters, List<String> columns) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "inventory-views.json";

    /** Takes copies. */
    public InventoryViews {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        columns = List.copyOf(columns);
    }

    /** Without any. */
    public static InventoryViews none() {
        return new InventoryViews(Map.of(), List.of());
    }

    /** The same with one more filter, or another one of this name. */
    public InventoryViews with(String name, InventoryFilter filter) {
        Map<String, InventoryFilter> more = new LinkedHashMap<>(filters);
        more.put(name, filter);
        return new InventoryViews(more, columns);
    }

    /** The same without a filter. */
    public InventoryViews without(String name) {
        Map<String, InventoryFilter> less = new LinkedHashMap<>(filters);
        less.remove(name);
        return new InventoryViews(less, columns);
    }

    /** The same with other columns. */
    public InventoryViews showing(List<String> keys) {
        return new InventoryViews(filters, keys);
    }

    /** Those of a workspace. */
    public static InventoryViews of(Session session) {
        Path file = file(session);
        try {
            if (!Files.isRegularFile(file)) {
                return none();
            }
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            Map<String, InventoryFilter> filters = new LinkedHashMap<>();
            json.path("filters").forEach(each -> filters.put(each.path("name").asText(), filter(each)));
            List<String> columns = new ArrayList<>();
            json.path("columns").forEach(each -> columns.add(each.asText()));
            return new InventoryViews(filters, columns);
        } catch (IOException | IllegalArgumentException e) {
            return none();
        }
    }

    private static InventoryFilter filter(JsonNode json) {
        return new InventoryFilter(
                json.path("words").asText(),
                text(json, "issuer").map(AuthorityName::new),
                text(json, "standing").map(InventoryFilter.Standing::valueOf),
                json.path("days").asInt());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asText()).filter(text -> !text.isEmpty());
    }

    /** Keeps them. */
    public void keep(Session session) throws IOException, PublicationException {
        ObjectNode json = JSON.createObjectNode();
        filters.forEach((name, filter) -> json.withArray("filters")
                .addObject()
                .put("name", name)
                .put("words", filter.words())
                .put("issuer", filter.issuer().map(AuthorityName::text).orElse(""))
                .put("standing", filter.standing().map(Enum::name).orElse(""))
                .put("days", filter.days()));
        columns.forEach(key -> json.withArray("columns").add(key));
        byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        new FilePublisher().publish(file(session), content, FilePublisher.Existing.REPLACE, read -> {});
    }

    private static Path file(Session session) {
        return session.register().folder().resolve(FILE);
    }
}

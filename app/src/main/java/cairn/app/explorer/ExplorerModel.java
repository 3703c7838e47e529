package cairn.app.explorer;

import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.ca.publication.FilePublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The graph, what of it is chosen, and how one gets from node to node by keys. */
final class ExplorerModel extends ViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Scene>> scene = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> chosen = new SimpleObjectProperty<>(Optional.empty());

    ExplorerModel(Session session, Tasks tasks, Guide guide, Texts texts, InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.clock = clock;
    }

    /** A graph and where it lies. */
    record Scene(TrustGraph graph, Layout layout) {}

    ReadOnlyObjectProperty<Optional<Scene>> scene() {
        return scene.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The id of the chosen node. */
    ObjectProperty<Optional<String>> chosen() {
        return chosen;
    }

    /** The chosen node. */
    Optional<TrustGraph.Node> node() {
        return scene.get().flatMap(each -> chosen.get().flatMap(each.graph()::find));
    }

    void refresh() {
        tasks.look(
                progress -> {
                    TrustGraph graph = GraphReader.read(session, clock.instant());
                    return new Scene(graph, Layout.of(graph));
                },
                read -> {
                    problem.set(Optional.empty());
                    if (chosen.get().flatMap(read.graph()::find).isEmpty()) {
                        chosen.set(Optional.empty());
                    }
                    scene.set(Optional.of(read));
                },
                failure -> problem.set(Optional.of(failure)));
    }

    /** Chooses an authority by its name, if there is such a one. */
    void choose(String authority) {
        String id = "authority:" + authority;
        if (scene.get().flatMap(each -> each.graph().find(id)).isPresent()) {
            chosen.set(Optional.of(id));
        }
    }

    /** Chooses the next node in which these words occur; whether there is one. */
    boolean search(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || scene.get().isEmpty()) {
            return false;
        }
        List<String> hits = scene.get().get().graph().nodes().stream()
                .filter(node -> words(node).toLowerCase(Locale.ROOT).contains(wanted))
                .map(TrustGraph.Node::id)
                .toList();
        if (hits.isEmpty()) {
            return false;
        }
        int now = chosen.get().map(hits::indexOf).orElse(-1);
        chosen.set(Optional.of(hits.get((now + 1) % hits.size())));
        return true;
    }

    private static String words(TrustGraph.Node node) {
        return switch (node) {
            case TrustGraph.AuthorityNode authority ->
                authority.title() + " " + authority.subject() + " " + authority.token();
            case TrustGraph.OutsideNode outside -> outside.subject();
            case TrustGraph.IssuedNode issued -> issued.issuer().text();
        };
    }

    /** Where a key leads from the chosen node. */
    enum Step {
        UP,
        DOWN,
        LEFT,
        RIGHT
    }

    /** Goes to the issuer, to the first that is certified, or to a neighbour. */
    void step(Step step) {
        if (scene.get().isEmpty() || scene.get().get().graph().nodes().isEmpty()) {
            return;
        }
        TrustGraph graph = scene.get().get().graph();
        Optional<TrustGraph.Node> from = node();
        if (from.isEmpty()) {
            chosen.set(Optional.of(graph.nodes().getFirst().id()));
            return;
        }
        String id = from.get().id();
        Optional<TrustGraph.Node> to = switch (step) {
            case UP -> graph.above(id).stream().findFirst();
            case DOWN -> graph.below(id).stream().findFirst();
            case LEFT -> beside(graph, id, -1);
            case RIGHT -> beside(graph, id, 1);
        };
        to.ifPresent(node -> chosen.set(Optional.of(node.id())));
    }

    private static Optional<TrustGraph.Node> beside(TrustGraph graph, String id, int by) {
        List<TrustGraph.Node> row = graph.above(id).stream()
                .findFirst()
                .map(parent -> graph.below(parent.id()))
                .orElseGet(() -> graph.nodes().stream()
                        .filter(node -> graph.above(node.id()).isEmpty())
                        .toList());
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).id().equals(id)) {
                int next = i + by;
                return next >= 0 && next < row.size() ? Optional.of(row.get(next)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Shows what is behind the chosen node. */
    void open() {
        node().ifPresent(node -> {
            switch (node) {
                case TrustGraph.AuthorityNode authority ->
                    guide.go(new Address("authorities", authority.name().text()));
                case TrustGraph.IssuedNode issued ->
                    guide.go(
                            new Address("inventory", "issuer:" + issued.issuer().text()));
                case TrustGraph.OutsideNode ignored -> {}
            }
        });
    }

    /** Writes a picture; nothing is overwritten. */
    void write(Path file, byte[] picture) {
        tasks.act(
                texts.get("writing", file),
                progress -> {
                    new FilePublisher().publish(file, picture, FilePublisher.Existing.KEEP, content -> {});
                    return file;
                },
                written -> guide.tell(Notice.done(texts.get("written"), file.toString())),
                failure -> problem.set(Optional.of(failure)));
    }

    /** The picture as an SVG document. */
    byte[] svg(Scene shown, Function<Ink, String> colours) {
        SvgPen pen = new SvgPen(shown.layout(), colours);
        new Painter(texts).paint(shown.graph(), shown.layout(), Optional.empty(), pen);
        return pen.document(texts.get("title")).getBytes(StandardCharsets.UTF_8);
    }
}

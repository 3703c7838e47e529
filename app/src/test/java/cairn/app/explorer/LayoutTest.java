package cairn.app.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.explorer.TrustGraph.Edge;
import cairn.app.explorer.TrustGraph.Node;
import cairn.app.explorer.TrustGraph.OutsideNode;
import cairn.app.fx.theme.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Nodes lie apart, below who certifies them, and stay where they are. */
final class LayoutTest {
    private static Node node(int number) {
        return new OutsideNode("CN=" + number, "key" + number, Instant.EPOCH, Tone.PLAIN);
    }

    private static TrustGraph graph(int nodes, List<int[]> links) {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            all.add(node(i));
        }
        return new TrustGraph(
                all,
                links.stream()
                        .map(link ->
                                new Edge(all.get(link[0]).id(), all.get(link[1]).id(), Tone.PLAIN))
                        .toList());
    }

    private static Layout.Box box(Layout layout, int number) {
        return Objects.requireNonNull(layout.boxes().get(node(number).id()), "node " + number + " is placed");
    }

    @Test
    void aParentIsInTheMiddleAboveItsChildren() {
        Layout layout = Layout.of(graph(4, List.of(new int[] {0, 1}, new int[] {0, 2}, new int[] {0, 3})));
        assertEquals(box(layout, 2).middle(), box(layout, 0).middle());
        assertTrue(box(layout, 0).bottom() < box(layout, 1).y());
        assertEquals(box(layout, 1).y(), box(layout, 3).y());
    }

    @Test
    void whatIsAddedOnTheRightMovesNothingOnTheLeft() {
        Layout before = Layout.of(graph(2, List.of(new int[] {0, 1})));
        Layout after = Layout.of(graph(4, List.of(new int[] {0, 1}, new int[] {2, 3})));
        assertEquals(box(before, 0), box(after, 0));
        assertEquals(box(before, 1), box(after, 1));
    }

    @Test
    void aPointFindsTheNodeThatIsThere() {
        Layout layout = Layout.of(graph(2, List.of(new int[] {0, 1})));
        Layout.Box box = box(layout, 1);
        assertEquals(Optional.of(node(1).id()), layout.at(box.middle(), box.y() + 1));
        assertEquals(Optional.empty(), layout.at(box.middle(), box.y() - 1));
    }

    @Test
    void anEmptyGraphHasNoSize() {
        Layout layout = Layout.of(graph(0, List.of()));
        assertEquals(0, layout.width());
        assertEquals(0, layout.height());
    }

    @Property(tries = 200)
    void anyGraphIsPlacedWithoutOverlap(
            @ForAll @IntRange(min = 1, max = 12) int nodes,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 143) Integer> pairs) {
        List<int[]> links = new ArrayList<>();
        for (int pair : pairs) {
            int from = pair / 12 % nodes;
            int to = pair % 12 % nodes;
            if (from != to) {
                links.add(new int[] {from, to});
            }
        }
        Layout layout = Layout.of(graph(nodes, links));
        assertEquals(nodes, layout.boxes().size());
        List<Layout.Box> boxes = List.copyOf(layout.boxes().values());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(overlap(boxes.get(i), boxes.get(j)), boxes.get(i) + " and " + boxes.get(j));
            }
        }
    }

    private static boolean overlap(Layout.Box a, Layout.Box b) {
        return a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        Camera camera = new Camera(1, 30, 40).zoomed(2, 100, 100);
        assertEquals(70, camera.pictureX(100));
        assertEquals(60, camera.pictureY(100));
        assertEquals(4, camera.zoomed(1000, 0, 0).scale());
        assertEquals(0.05, camera.zoomed(0.00001, 0, 0).scale());
    }

    @Test
    void aFittingCameraShowsAllOfIt() {
        Layout layout = Layout.of(graph(12, List.of()));
        Camera camera = Camera.fitting(layout, 800, 600);
        assertTrue(camera.offsetX() >= 0);
        assertTrue(camera.offsetX() + camera.scale() * layout.width() <= 800);
        assertEquals(1, Camera.fitting(Layout.of(graph(1, List.of())), 800, 600).scale());
    }
}

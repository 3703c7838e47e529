package cairn.app.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where nodes lie: anchors on top, each other node one row below the lowest that certifies it, a parent in the middle
 * above its children. The same graph always lies the same way, and what is added moves only what is right of it.
 *
 * @param boxes by the ids of the nodes, in units of the picture
 */
record Layout(Map<String, Box> boxes, double width, double height) {
    static final double NODE_WIDTH = 210;
    static final double NODE_HEIGHT = 84;
    private static final double GAP_ACROSS = 36;
    private static final double GAP_DOWN = 76;

    Layout {
        boxes = Map.copyOf(boxes);
    }

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {
        boolean holds(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }

        double middle() {
            return x + width / 2;
        }

        double bottom() {
            return y + height;
        }
    }

    /** Lays a graph out. */
    static Layout of(TrustGraph graph) {
        return new Placing(graph).run();
    }

    /** The node at a point of the picture. */
    Optional<String> at(double x, double y) {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().holds(x, y))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static final class Placing {
        private final TrustGraph graph;
        private final Map<String, List<String>> children = new LinkedHashMap<>();
        private final Map<String, Integer> rows = new HashMap<>();
        private final Map<String, Box> boxes = new HashMap<>();
        private double right;

        Placing(TrustGraph graph) {
            this.graph = graph;
        }

        Layout run() {
            List<String> anchors = new ArrayList<>();
            for (TrustGraph.Node node : graph.nodes()) {
                if (graph.above(node.id()).isEmpty()) {
                    anchors.add(node.id());
                }
            }
            // Two that certify each other have no anchor above them: the first one stands for it.
            graph.nodes().stream().map(TrustGraph.Node::id).forEach(anchors::add);
            Set<String> taken = new HashSet<>();
            for (String anchor : anchors) {
                if (taken.add(anchor)) {
                    rows.put(anchor, 0);
                    adopt(anchor, taken);
                    deepen(anchor, 0, new HashSet<>());
                    place(anchor);
                }
            }
            double height =
                    boxes.values().stream().mapToDouble(Box::bottom).max().orElse(0);
            return new Layout(boxes, Math.max(0, right - GAP_ACROSS), height);
        }

        /** Each node is drawn below the first that certifies it. */
        private void adopt(String parent, Set<String> taken) {
            List<String> own = new ArrayList<>();
            for (TrustGraph.Node child : graph.below(parent)) {
                if (taken.add(child.id())) {
                    own.add(child.id());
                }
            }
            children.put(parent, own);
            own.forEach(child -> adopt(child, taken));
        }

        private void deepen(String id, int row, Set<String> path) {
            if (!path.add(id)) {
                return;
            }
            rows.merge(id, row, Math::max);
            for (String child : children.getOrDefault(id, List.of())) {
                deepen(child, rows.getOrDefault(id, row) + 1, path);
            }
            path.remove(id);
        }

        private void place(String id) {
            double y = rows.getOrDefault(id, 0) * (NODE_HEIGHT + GAP_DOWN);
            List<String> below = children.getOrDefault(id, List.of());
            if (below.isEmpty()) {
                boxes.put(id, new Box(right, y, NODE_WIDTH, NODE_HEIGHT));
                right += NODE_WIDTH + GAP_ACROSS;
                return;
            }
            below.forEach(this::place);
            Box first = boxes.get(below.getFirst());
            Box last = boxes.get(below.getLast());
            if (first == null || last == null) {
                throw new IllegalStateException("a child was not placed");
            }
            double middle = (first.middle() + last.middle()) / 2;
            boxes.put(id, new Box(middle - NODE_WIDTH / 2, y, NODE_WIDTH, NODE_HEIGHT));
        }
    }
}

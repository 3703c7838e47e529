package cairn.app.explorer;

import cairn.app.fx.theme.Tone;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who certifies whom. Nodes are entities, each a name with a key; an edge is a certificate. What an authority issued to
 * others than authorities is folded into one node with counts.
 *
 * @param nodes the anchors first
 */
record TrustGraph(List<Node> nodes, List<Edge> edges) {
    TrustGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** An entity, or a set of them. */
    sealed interface Node {
        /** Tells it from every other node; the same the next time. */
        String id();

        /** What stands on it. */
        String title();

        /** Colour and shape. */
        Tone tone();
    }

    /**
     * An authority of the workspace.
     *
     * @param subject RFC 4514 text, safe to show
     * @param standing in one word, for people
     * @param list until when its newest list is good; empty if there is none
     */
    record AuthorityNode(
            AuthorityName name,
            String subject,
            String key,
            String token,
            Tone tone,
            Standing standing,
            Optional<Instant> until,
            Optional<Instant> list)
            implements Node {
        @Override
        public String id() {
            return "authority:" + name.text();
        }

        @Override
        public String title() {
            return name.text();
        }
    }

    /** Where an authority stands. */
    enum Standing {
        ACTIVE,
        REQUESTED,
        RETIRED,
        EXPIRED,
        HELD,
        REVOKED,
        /** Its list is over, or says less than was decided. */
        LIST_BEHIND
    }

    /**
     * An authority outside of the workspace, known by its certificate only.
     *
     * @param key digest of its public key in hexadecimal
     */
    record OutsideNode(String subject, String key, Instant until, Tone tone) implements Node {
        @Override
        public String id() {
            return "outside:" + key + ":" + subject;
        }

        @Override
        public String title() {
            return subject;
        }
    }

    /** What an authority issued to devices, services and people. */
    record IssuedNode(AuthorityName issuer, Map<CertificateStatus, Long> counts) implements Node {
        IssuedNode {
            counts = Map.copyOf(counts);
        }

        @Override
        public String id() {
            return "issued:" + issuer.text();
        }

        @Override
        public String title() {
            return String.valueOf(total());
        }

        @Override
        public Tone tone() {
            return Tone.PLAIN;
        }

        long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(CertificateStatus status) {
            return counts.getOrDefault(status, 0L);
        }
    }

    /**
     * A certificate, or all of those of an issued set.
     *
     * @param from the issuer's node
     * @param to the subject's node
     */
    record Edge(String from, String to, Tone tone) {}

    /** The node of this id. */
    Optional<Node> find(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** Nodes that this one certifies, in the order of the nodes. */
    List<Node> below(String id) {
        return nodes.stream()
                .filter(node -> edges.stream()
                        .anyMatch(edge -> edge.from().equals(id) && edge.to().equals(node.id())))
                .toList();
    }

    /** Nodes that certify this one. */
    List<Node> above(String id) {
        return nodes.stream()
                .filter(node -> edges.stream()
                        .anyMatch(edge -> edge.to().equals(id) && edge.from().equals(node.id())))
                .toList();
    }
}

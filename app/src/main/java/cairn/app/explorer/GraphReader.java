package cairn.app.explorer;

import cairn.app.fx.theme.Tone;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.crl.CrlStanding;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.x509.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the graph of a workspace. */
final class GraphReader {
    private final Session session;
    private final Instant now;
    private final TokenNames tokens;
    private final Map<String, TrustGraph.Node> nodes = new LinkedHashMap<>();
    private final List<TrustGraph.Edge> edges = new ArrayList<>();

    private GraphReader(Session session, Instant now) {
        this.session = session;
        this.now = now;
        this.tokens = TokenNames.of(session.directory());
    }

    /** Everything that the workspace knows of who certifies whom. */
    static TrustGraph read(Session session, Instant now) throws LedgerException {
        GraphReader reader = new GraphReader(session, now);
        for (Authority authority : session.register().authorities().all()) {
            reader.add(authority);
        }
        session.register().inventory().counts().forEach(reader::addIssued);
        return new TrustGraph(List.copyOf(reader.nodes.values()), reader.edges);
    }

    private void add(Authority authority) throws LedgerException {
        CrlStanding list = session.services().crls().standing(authority.name());
        TrustGraph.Standing standing = standing(authority, list);
        TrustGraph.AuthorityNode node = new TrustGraph.AuthorityNode(
                authority.name(),
                authority.certificate().map(each -> each.subject().toString()).orElse(""),
                authority.algorithm().word(),
                tokens.title(authority.key().tokenLabel(), authority.key().tokenSerial()),
                tone(standing),
                standing,
                authority.certificate().map(each -> each.validity().notAfter()),
                list.latest().map(latest -> latest.nextUpdate()));
        nodes.put(node.id(), node);
        authority.parent().ifPresent(parent -> edges.add(new TrustGraph.Edge(id(parent), node.id(), node.tone())));
        outside(authority, node);
    }

    /** The outside issuers, the nearest first, each above the one before. */
    private void outside(Authority authority, TrustGraph.AuthorityNode node) {
        String below = node.id();
        for (Certificate certificate : authority.outsideChain()) {
            boolean over = !certificate.validity().notAfter().isAfter(now);
            TrustGraph.OutsideNode issuer = new TrustGraph.OutsideNode(
                    certificate.subject().toString(),
                    certificate.publicKey().fingerprint().hex(),
                    certificate.validity().notAfter(),
                    over ? Tone.BAD : Tone.PLAIN);
            nodes.putIfAbsent(issuer.id(), issuer);
            TrustGraph.Edge edge = new TrustGraph.Edge(issuer.id(), below, issuer.tone());
            if (!issuer.id().equals(below) && !edges.contains(edge)) {
                edges.add(edge);
            }
            below = issuer.id();
        }
    }

    private void addIssued(AuthorityName issuer, Map<CertificateStatus, Long> counts) {
        Map<CertificateStatus, Long> others = new LinkedHashMap<>(counts);
        for (TrustGraph.Node node : nodes.values()) {
            if (node instanceof TrustGraph.AuthorityNode authority
                    && edges.stream()
                            .anyMatch(edge ->
                                    edge.from().equals(id(issuer)) && edge.to().equals(node.id()))) {
                others.merge(statusOf(authority), -1L, Long::sum);
            }
        }
        if (nodes.containsKey(id(issuer)) && isRoot(issuer)) {
            others.merge(CertificateStatus.VALID, -1L, Long::sum);
        }
        others.values().removeIf(count -> count <= 0);
        TrustGraph.IssuedNode issued = new TrustGraph.IssuedNode(issuer, others);
        if (issued.total() > 0) {
            nodes.put(issued.id(), issued);
            edges.add(new TrustGraph.Edge(id(issuer), issued.id(), Tone.PLAIN));
        }
    }

    /** A root's own certificate is among those that it issued. */
    private boolean isRoot(AuthorityName name) {
        return edges.stream().noneMatch(edge -> edge.to().equals(id(name)));
    }

    private static CertificateStatus statusOf(TrustGraph.AuthorityNode node) {
        return switch (node.standing()) {
            case REVOKED -> CertificateStatus.REVOKED;
            case HELD -> CertificateStatus.HELD;
            case ACTIVE, REQUESTED, RETIRED, EXPIRED, LIST_BEHIND -> CertificateStatus.VALID;
        };
    }

    private static String id(AuthorityName name) {
        return "authority:" + name.text();
    }

    private TrustGraph.Standing standing(Authority authority, CrlStanding list) throws LedgerException {
        if (authority.certificate().isEmpty()) {
            return TrustGraph.Standing.REQUESTED;
        }
        Certificate certificate = authority.certificate().get();
        if (!certificate.validity().notAfter().isAfter(now)) {
            return TrustGraph.Standing.EXPIRED;
        }
        if (authority.parent().isPresent()) {
            Optional<CertificateSummary> row =
                    session.register().inventory().find(authority.parent().get(), certificate.serialNumber());
            CertificateStatus status = row.map(CertificateSummary::status).orElse(CertificateStatus.VALID);
            if (status == CertificateStatus.REVOKED) {
                return TrustGraph.Standing.REVOKED;
            }
            if (status == CertificateStatus.HELD) {
                return TrustGraph.Standing.HELD;
            }
        }
        if (authority.state() == Authority.State.RETIRED) {
            return TrustGraph.Standing.RETIRED;
        }
        boolean behind = list.isBehind()
                || list.latest()
                        .filter(latest -> latest.nextUpdate().isAfter(now))
                        .isEmpty();
        return behind ? TrustGraph.Standing.LIST_BEHIND : TrustGraph.Standing.ACTIVE;
    }

    private static Tone tone(TrustGraph.Standing standing) {
        return switch (standing) {
            case ACTIVE -> Tone.GOOD;
            case REQUESTED, HELD -> Tone.WAITING;
            case RETIRED -> Tone.PLAIN;
            case LIST_BEHIND -> Tone.WARNING;
            case EXPIRED, REVOKED -> Tone.BAD;
        };
    }
}

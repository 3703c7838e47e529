package cairn.app.explorer;

import cairn.app.fx.text.Texts;
import cairn.ca.inventory.CertificateStatus;
import java.util.Optional;

/** Draws a graph with a pen; knows neither screen nor file. */
final class Painter {
    private static final double PADDING = 12;
    private static final double TITLE = 14;
    private static final double SMALL = 11;
    private static final double RADIUS = 8;

    private final Texts texts;

    Painter(Texts texts) {
        this.texts = texts;
    }

    /** Everything, edges below nodes; the chosen node has a stronger edge. */
    void paint(TrustGraph graph, Layout layout, Optional<String> chosen, Pen pen) {
        for (TrustGraph.Edge edge : graph.edges()) {
            Layout.Box from = layout.boxes().get(edge.from());
            Layout.Box to = layout.boxes().get(edge.to());
            if (from != null && to != null) {
                pen.link(from.middle(), from.bottom(), to.middle(), to.y(), Ink.of(edge.tone()), 1.5);
            }
        }
        for (TrustGraph.Node node : graph.nodes()) {
            Layout.Box box = layout.boxes().get(node.id());
            if (box != null) {
                paint(node, box, chosen.filter(node.id()::equals).isPresent(), pen);
            }
        }
    }

    private void paint(TrustGraph.Node node, Layout.Box box, boolean chosen, Pen pen) {
        Ink tone = Ink.of(node.tone());
        pen.box(box, RADIUS, Ink.CARD, chosen ? Ink.ACCENT : Ink.LINE, chosen ? 3 : 1);
        pen.box(new Layout.Box(box.x(), box.y() + RADIUS, 4, box.height() - 2 * RADIUS), 0, tone, tone, 0);
        double x = box.x() + PADDING;
        double width = box.width() - 2 * PADDING;
        switch (node) {
            case TrustGraph.AuthorityNode authority -> {
                pen.text(authority.title(), x, box.y() + 24, width, TITLE, true, Ink.TEXT);
                pen.text(authority.subject(), x, box.y() + 42, width, SMALL, false, Ink.QUIET);
                pen.shape(authority.tone(), x, box.y() + 56, 13, tone);
                pen.text(
                        texts.choice("standing", authority.standing())
                                + authority
                                        .until()
                                        .map(end -> ", " + texts.get("until", texts.day(end)))
                                        .orElse(""),
                        x + 20,
                        box.y() + 67,
                        width - 20,
                        SMALL,
                        false,
                        tone);
            }
            case TrustGraph.OutsideNode outside -> {
                pen.text(texts.get("outside"), x, box.y() + 24, width, TITLE, true, Ink.TEXT);
                pen.text(outside.subject(), x, box.y() + 42, width, SMALL, false, Ink.QUIET);
                pen.shape(outside.tone(), x, box.y() + 56, 13, tone);
                pen.text(
                        texts.get("until", texts.day(outside.until())),
                        x + 20,
                        box.y() + 67,
                        width - 20,
                        SMALL,
                        false,
                        tone);
            }
            case TrustGraph.IssuedNode issued -> {
                pen.text(texts.get("issued", issued.total()), x, box.y() + 24, width, TITLE, true, Ink.TEXT);
                pen.text(
                        texts.get(
                                "issued.valid", issued.of(CertificateStatus.VALID), issued.of(CertificateStatus.HELD)),
                        x,
                        box.y() + 44,
                        width,
                        SMALL,
                        false,
                        Ink.QUIET);
                pen.text(
                        texts.get("issued.revoked", issued.of(CertificateStatus.REVOKED)),
                        x,
                        box.y() + 64,
                        width,
                        SMALL,
                        false,
                        issued.of(CertificateStatus.REVOKED) > 0 ? Ink.BAD : Ink.QUIET);
            }
        }
    }
}

package cairn.app.explorer;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Parts;
import cairn.app.fx.image.Png;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problems;
import cairn.ca.inventory.CertificateStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The picture, its tools, and what is known of the chosen node. */
final class ExplorerView implements Screen {
    private static final double STEP = 1.25;

    private final ExplorerModel model;
    private final Texts texts;
    private final FilePicker files;
    private final GraphPane graph;
    private final VBox details = new VBox();
    private final VBox trouble = new VBox();
    private final VBox root;
    private String wanted = "";

    ExplorerView(ExplorerModel model, Texts texts, FilePicker files) {
        this.model = model;
        this.texts = texts;
        this.files = files;
        this.graph = new GraphPane(model, texts);
        details.getStyleClass().addAll("card", "explorer-details");
        HBox.setHgrow(graph, Priority.ALWAYS);
        HBox row = new HBox(graph, details);
        row.getStyleClass().add("explorer");
        VBox.setVgrow(row, Priority.ALWAYS);
        root = Parts.screen(
                Parts.head(
                        texts.get("title"),
                        search(),
                        Parts.button(
                                texts.get("smaller"),
                                MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
                                () -> graph.zoom(1 / STEP),
                                "flat"),
                        Parts.button(
                                texts.get("larger"),
                                MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
                                () -> graph.zoom(STEP),
                                "flat"),
                        Parts.button(texts.get("fit"), MaterialDesignF.FIT_TO_PAGE_OUTLINE, graph::fit, "flat"),
                        export()),
                new VBox(trouble, row));
        VBox.setVgrow(root.getChildren().getLast(), Priority.ALWAYS);
        model.scene().subscribe(scene -> shown());
        model.chosen().subscribe(chosen -> {
            graph.reveal();
            describe();
        });
        model.problem()
                .subscribe(problem -> trouble.getChildren()
                        .setAll(problem.stream()
                                .map(why -> new ProblemPane(why, texts))
                                .toList()));
    }

    private TextField search() {
        TextField field = new TextField();
        field.setId("explorer-search");
        field.setPromptText(texts.get("search"));
        field.setAccessibleText(texts.get("search"));
        field.setOnAction(event -> {
            boolean found = model.search(field.getText());
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), !found);
        });
        return field;
    }

    private MenuButton export() {
        MenuItem svg = new MenuItem(texts.get("export.svg"));
        svg.setOnAction(event -> model.scene()
                .get()
                .ifPresent(scene -> files.save(texts.get("export"), "chain-of-trust.svg")
                        .ifPresent(file -> model.write(file, model.svg(scene, graph::colour)))));
        MenuItem png = new MenuItem(texts.get("export.png"));
        png.setOnAction(
                event -> files.save(texts.get("export"), "chain-of-trust.png").ifPresent(this::writePng));
        MenuButton button = new MenuButton(texts.get("export"), null, svg, png);
        button.setId("explorer-export");
        return button;
    }

    private void writePng(Path file) {
        try {
            model.write(file, Png.encode(graph.snapshot(null, null)));
        } catch (IOException e) {
            trouble.getChildren().setAll(new ProblemPane(Problems.of(e), texts));
        }
    }

    private void shown() {
        if (!wanted.isEmpty()) {
            model.choose(wanted);
            wanted = "";
        }
        graph.changed();
        describe();
    }

    private void describe() {
        Optional<TrustGraph.Node> node = model.node();
        if (node.isEmpty()) {
            details.getChildren()
                    .setAll(Parts.empty(MaterialDesignG.GRAPH_OUTLINE, texts.get("none"), texts.get("none.words")));
            return;
        }
        Facts facts = new Facts();
        String heading = switch (node.get()) {
            case TrustGraph.AuthorityNode authority -> {
                facts.add(
                                texts.get("fact.standing"),
                                Parts.badge(authority.tone(), texts.choice("standing", authority.standing())))
                        .add(texts.get("fact.subject"), authority.subject())
                        .add(
                                texts.get("fact.until"),
                                authority.until().map(texts::moment).orElse(""))
                        .add(
                                texts.get("fact.list"),
                                authority.list().map(texts::moment).orElse(texts.get("fact.list.none")))
                        .add(texts.get("fact.algorithm"), authority.key())
                        .add(texts.get("fact.token"), authority.token());
                yield authority.title();
            }
            case TrustGraph.OutsideNode outside -> {
                facts.add(texts.get("fact.subject"), outside.subject())
                        .add(texts.get("fact.until"), texts.moment(outside.until()))
                        .add(texts.get("fact.key"), outside.key(), "mono");
                yield texts.get("outside");
            }
            case TrustGraph.IssuedNode issued -> {
                facts.add(texts.get("fact.issuer"), issued.issuer().text())
                        .add(texts.get("fact.valid"), texts.number(issued.of(CertificateStatus.VALID)))
                        .add(texts.get("fact.held"), texts.number(issued.of(CertificateStatus.HELD)))
                        .add(texts.get("fact.revoked"), texts.number(issued.of(CertificateStatus.REVOKED)));
                yield texts.get("issued", issued.total());
            }
        };
        details.getChildren().setAll(Parts.wrapped(heading, "heading"), facts);
        if (!(node.get() instanceof TrustGraph.OutsideNode)) {
            details.getChildren().add(Parts.button(texts.get("open"), MaterialDesignA.ARROW_RIGHT, model::open));
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        wanted = detail;
        graph.requestFocus();
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }
}

package cairn.app.inventory;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.session.ExportForm;
import cairn.app.session.InventoryFilter.Standing;
import cairn.ca.inventory.CertificateSummary;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What is selected: in words, with what can be done. */
final class DetailsView {
    private final DetailsModel model;
    private final Standings standings;
    private final Texts texts;
    private final VBox content = new VBox();
    private final VBox problem = new VBox();
    private final ScrollPane root;

    DetailsView(DetailsModel model, Standings standings) {
        this.model = model;
        this.standings = standings;
        this.texts = standings.texts();
        content.getStyleClass().add("details");
        root = Parts.scrolling(new VBox(problem, content));
        root.setMinWidth(0);
        root.setId("inventory-details");
        model.chosen().subscribe(chosen -> draw());
        model.shown().subscribe(shown -> draw());
        model.problem().subscribe(failure -> {
            problem.getChildren().clear();
            failure.ifPresent(each -> problem.getChildren().add(new ProblemPane(each, texts)));
        });
    }

    Node root() {
        return root;
    }

    private void draw() {
        List<CertificateSummary> chosen = model.chosen().get();
        content.getChildren().clear();
        if (chosen.size() > 1) {
            content.getChildren()
                    .addAll(Parts.wrapped(texts.get("details.several", chosen.size()), "heading"), decisions(chosen));
        } else if (chosen.size() == 1) {
            one(
                    chosen.getFirst(),
                    model.shown().get().filter(shown -> shown.row().equals(chosen.getFirst())));
        }
    }

    private void one(CertificateSummary row, Optional<DetailsModel.Shown> more) {
        String title = row.subject().isEmpty() ? texts.get("details.nameless") : row.subject();
        content.getChildren()
                .addAll(
                        Parts.wrapped(title, "heading"),
                        Parts.badge(Standings.tone(standings.of(row)), standings.words(row)),
                        decisions(List.of(row)),
                        exports(),
                        owner(row),
                        facts(row, more));
    }

    private Node facts(CertificateSummary row, Optional<DetailsModel.Shown> more) {
        Facts facts = new Facts()
                .add(texts.get("column.names"), String.join("\n", row.alternativeNames()))
                .add(texts.get("column.from"), texts.moment(row.validity().notBefore()))
                .add(texts.get("column.until"), texts.moment(row.validity().notAfter()))
                .add(texts.get("column.profile"), row.profile())
                .add(
                        texts.get("details.chain"),
                        row.issuer().text()
                                + more.map(shown -> "\n" + String.join("\n", shown.chain()))
                                        .orElse(""))
                .add(texts.get("details.history"), history(row))
                .add(texts.get("column.serial"), grouped(row.serialNumber().hex()), "mono")
                .add(texts.get("column.key"), grouped(row.publicKey().hex()), "mono");
        more.ifPresent(shown -> facts.add(
                texts.get("details.sha256"), grouped(shown.fingerprint().hex()), "mono"));
        return facts;
    }

    private String history(CertificateSummary row) {
        String issued = texts.get(
                "history.issued",
                texts.day(row.validity().notBefore()),
                row.issuer().text());
        return row.revoked()
                .map(revoked -> {
                    String key = standings.of(row) == Standing.HELD ? "history.held" : "history.revoked";
                    return issued + "\n" + texts.get(key, texts.moment(revoked.at()), revoked.reason());
                })
                .orElse(issued);
    }

    /** Digits that no line is long enough for may break behind every fourth. */
    private static String grouped(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private Node decisions(List<CertificateSummary> rows) {
        FlowPane buttons = flow();
        if (rows.stream().anyMatch(row -> standings.of(row) != Standing.REVOKED)) {
            buttons.getChildren()
                    .add(decision("inventory-revoke", "revoke", MaterialDesignC.CANCEL, DetailsModel.Decision.REVOKE));
        }
        if (rows.stream().allMatch(row -> standings.of(row) == Standing.VALID)) {
            buttons.getChildren()
                    .add(decision(
                            "inventory-hold",
                            "hold",
                            MaterialDesignP.PAUSE_CIRCLE_OUTLINE,
                            DetailsModel.Decision.HOLD));
        }
        if (rows.stream().allMatch(row -> standings.of(row) == Standing.HELD)) {
            buttons.getChildren()
                    .add(decision(
                            "inventory-release",
                            "release",
                            MaterialDesignP.PLAY_CIRCLE_OUTLINE,
                            DetailsModel.Decision.RELEASE));
        }
        return buttons;
    }

    private Button decision(String id, String key, Ikon icon, DetailsModel.Decision decision) {
        Button button = Parts.button(texts.get(key), icon, () -> model.decide(decision));
        button.setId(id);
        return button;
    }

    private static FlowPane flow() {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("filters");
        return flow;
    }

    private Node exports() {
        Button inspect =
                Parts.button(texts.get("inspect"), MaterialDesignF.FILE_SEARCH_OUTLINE, model::inspect, "flat");
        inspect.setId("inventory-inspect");
        MenuButton export = new MenuButton(texts.get("export"));
        export.setId("inventory-export");
        export.setMnemonicParsing(true);
        for (ExportForm form : List.of(ExportForm.pem, ExportForm.der, ExportForm.chain)) {
            MenuItem item = new MenuItem(texts.choice("export", form));
            item.setOnAction(event -> model.export(form));
            export.getItems().add(item);
        }
        FlowPane row = flow();
        row.getChildren().addAll(inspect, export);
        return row;
    }

    private Node owner(CertificateSummary row) {
        TextField owner = new TextField(row.owner());
        owner.setId("inventory-owner");
        TextField tags = new TextField(String.join(", ", row.tags()));
        tags.setId("inventory-tags");
        Runnable save = () -> model.assign(owner.getText(), tags.getText());
        owner.setOnAction(event -> save.run());
        tags.setOnAction(event -> save.run());
        Button button = Parts.button(texts.get("assign"), MaterialDesignC.CONTENT_SAVE_OUTLINE, save, "small");
        button.setId("inventory-assign");
        button.disableProperty()
                .bind(owner.textProperty()
                        .isEqualTo(row.owner())
                        .and(tags.textProperty().isEqualTo(String.join(", ", row.tags()))));
        VBox box = new VBox(
                new Form().row(texts.get("owner"), owner, "").row(texts.get("tags"), tags, texts.get("tags.hint")),
                button);
        box.getStyleClass().add("filter-bar");
        return box;
    }
}

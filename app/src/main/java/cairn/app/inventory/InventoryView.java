package cairn.app.inventory;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.table.PagedTable;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.InventoryFilter;
import cairn.ca.inventory.CertificateSummary;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The list of what was issued, and beside it what is selected. */
final class InventoryView implements Screen {
    private static final List<String> USUAL = List.of("standing", "subject", "issuer", "until", "owner");

    /** In letters: below that there is no room for list and details beside each other. */
    private static final double NARROW = 66;

    private final InventoryModel model;
    private final DetailsModel details;
    private final Texts texts;
    private final PagedTable<CertificateSummary> table;
    private final SavedFilters saved;
    private final Label count = Parts.label("", "caption");
    private final VBox problems = new VBox();
    private final SplitPane split = new SplitPane();
    private final DetailsView beside;
    private final VBox root;
    private boolean opened;

    InventoryView(InventoryModel model, DetailsModel details, Standings standings) {
        this.model = model;
        this.details = details;
        this.texts = standings.texts();
        FilterBar filters = new FilterBar(model, texts);
        table = new PagedTable<>(model.table(), texts.get("title"));
        columns(standings);
        saved = new SavedFilters(model, texts);
        beside = new DetailsView(details, standings);
        MenuButton columns = table.menu(texts.get("columns"), model::columns);
        columns.setId("inventory-columns");
        var csv = Parts.button(texts.get("csv"), MaterialDesignF.FILE_DELIMITED_OUTLINE, model::csv, "flat");
        csv.setId("inventory-csv");
        count.setId("inventory-count");
        table.table().setId("inventory-table");
        table.onSelected(() -> details.choose(table.selected()));
        split.getItems().add(table.root());
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox body = Parts.body(problems, filters.root(), split, count);
        ScrollPane scrolling = Parts.scrolling(body);
        scrolling.setFitToHeight(true);
        root = Parts.screen(Parts.head(texts.get("title"), saved.root(), columns, csv), scrolling);
        split.widthProperty().subscribe(width -> arrange());
        count.fontProperty().subscribe(font -> arrange());
        arrange();
        details.chosen().subscribe(this::open);
        model.workspace().subscribe(this::furnish);
        model.table().rows().subscribe(rows -> rows.subscribe(this::count));
        model.table().rows().subscribe(rows -> count());
        model.table().searching().subscribe(searching -> count());
        model.table().problem().subscribe(this::say);
        model.problem().subscribe(this::say);
    }

    /** Beside the list where there is room for both, else below it. */
    private void arrange() {
        boolean beneath = split.getWidth() > 0
                && split.getWidth() < NARROW * count.getFont().getSize();
        split.setOrientation(beneath ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        boolean both = split.getItems().size() == 2;
        split.getStyleClass().removeAll("beside", "below");
        split.getStyleClass().add(beneath && both ? "below" : "beside");
        if (both) {
            split.setDividerPositions(beneath ? 0.45 : 0.62);
        }
    }

    private void columns(Standings standings) {
        table.node("standing", texts.get("column.standing"), 9, row -> badge(standings, row))
                .text("subject", texts.get("column.subject"), 20, CertificateSummary::subject)
                .text("names", texts.get("column.names"), 16, row -> String.join(", ", row.alternativeNames()))
                .text(
                        "issuer",
                        texts.get("column.issuer"),
                        9,
                        row -> row.issuer().text())
                .text(
                        "until",
                        texts.get("column.until"),
                        9,
                        row -> texts.day(row.validity().notAfter()))
                .text("owner", texts.get("column.owner"), 12, CertificateSummary::owner)
                .text("tags", texts.get("column.tags"), 10, row -> String.join(", ", row.tags()))
                .text(
                        "from",
                        texts.get("column.from"),
                        9,
                        row -> texts.day(row.validity().notBefore()))
                .text("profile", texts.get("column.profile"), 10, CertificateSummary::profile)
                .text(
                        "serial",
                        texts.get("column.serial"),
                        24,
                        row -> row.serialNumber().hex(),
                        "mono")
                .text("key", texts.get("column.key"), 24, row -> row.publicKey().hex(), "mono");
        table.choose(USUAL);
    }

    private static Node badge(Standings standings, CertificateSummary row) {
        return Parts.badge(Standings.tone(standings.of(row)), standings.word(row));
    }

    private void furnish(InventoryModel.Workspace workspace) {
        List<String> keys = workspace.views().columns();
        table.choose(keys.isEmpty() ? USUAL : keys);
        placeholder(workspace.certificates());
        count();
    }

    private void placeholder(long certificates) {
        if (certificates == 0) {
            table.placeholder(Parts.empty(
                    MaterialDesignC.CERTIFICATE_OUTLINE, texts.get("none.headline"), texts.get("none.words")));
        } else if (certificates > 0) {
            var all = Parts.button(
                    texts.get("like.all"), MaterialDesignF.FILTER_OFF_OUTLINE, () -> model.look(InventoryFilter.ALL));
            all.setId("inventory-all");
            table.placeholder(Parts.empty(
                    MaterialDesignF.FILTER_OUTLINE, texts.get("like.headline"), texts.get("like.words"), all));
        }
    }

    private void count() {
        long found = model.table().rows().get().size();
        boolean searching = model.table().searching().get();
        count.setText(texts.get(searching ? "count.more" : "count", found));
        if (searching && found == 0) {
            table.placeholder(Parts.label(texts.get("searching"), "quiet"));
        } else {
            placeholder(model.workspace().get().certificates());
        }
    }

    private void say(Optional<Problem> problem) {
        problems.getChildren().clear();
        problem.ifPresent(failure -> problems.getChildren().add(new ProblemPane(failure, texts)));
        problems.setManaged(problem.isPresent());
    }

    private void open(List<CertificateSummary> chosen) {
        boolean wanted = !chosen.isEmpty();
        if (wanted && split.getItems().size() == 1) {
            split.getItems().add(beside.root());
            arrange();
        } else if (!wanted && split.getItems().size() == 2) {
            split.getItems().remove(beside.root());
            arrange();
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        if (!opened || stale) {
            model.open();
        }
        if (!detail.isEmpty()) {
            model.show(detail);
        } else if (!opened || stale) {
            model.search();
        }
        opened = true;
    }

    @Override
    public void close() {
        model.close();
        details.close();
    }
}

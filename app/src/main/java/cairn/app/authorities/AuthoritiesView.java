package cairn.app.authorities;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.session.Hierarchy;
import cairn.ca.audit.AuthorityName;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The hierarchy on the left, the authority that is looked at or made on the right. */
final class AuthoritiesView implements Screen {
    private static final double SHARE = 0.36;

    private final AuthoritiesModel model;
    private final Texts texts;
    private final TreeView<Hierarchy.Member> tree = new TreeView<>();
    private final VBox right = Parts.body();
    private final StackPane room = new StackPane();
    private final SplitPane halves;
    private final ScrollPane side;
    private final VBox root;
    private @Nullable CreationView creation;
    private boolean filling;

    AuthoritiesView(AuthoritiesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        tree.setShowRoot(false);
        tree.setId("authorities-tree");
        tree.setAccessibleText(texts.get("tree"));
        tree.setCellFactory(view -> new AuthorityCell(texts));
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue() != null && !filling) {
                model.visit(item.getValue().name().text());
            }
        });
        right.getStyleClass().add("authority-side");
        side = Parts.scrolling(right);
        halves = new SplitPane();
        halves.getStyleClass().add("halves");
        Button create = Parts.button(
                texts.get("create-root"),
                MaterialDesignS.SHIELD_PLUS_OUTLINE,
                () -> model.create(NewKind.ROOT, Optional.empty()),
                "accent");
        create.setId("authorities-root");
        Button request = Parts.button(
                texts.get("create-request"),
                MaterialDesignF.FILE_SEND_OUTLINE,
                () -> model.create(NewKind.REQUEST, Optional.empty()));
        request.setId("authorities-request");
        root = Parts.screen(
                Parts.head(
                        texts.get("title"),
                        Parts.button(texts.get("refresh"), MaterialDesignR.REFRESH, model::refresh, "flat"),
                        request,
                        create),
                room);
        model.hierarchy().subscribe(found -> found.ifPresent(this::fill));
        model.task().subscribe(task -> draw());
        model.details().subscribe(details -> draw());
        model.attributes().subscribe(attributes -> draw());
        model.problem().subscribe(problem -> draw());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        if (!detail.isEmpty()) {
            model.select(detail);
        }
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }

    private void fill(Hierarchy hierarchy) {
        filling = true;
        TreeItem<Hierarchy.Member> top = new TreeItem<>();
        hierarchy.tops().forEach(member -> top.getChildren().add(item(hierarchy, member)));
        tree.setRoot(top);
        filling = false;
        draw();
        mark();
    }

    private TreeItem<Hierarchy.Member> item(Hierarchy hierarchy, Hierarchy.Member member) {
        TreeItem<Hierarchy.Member> item = new TreeItem<>(member);
        item.setExpanded(true);
        hierarchy.below(member.name()).forEach(each -> item.getChildren().add(item(hierarchy, each)));
        return item;
    }

    /** Marks in the tree what is looked at. */
    private void mark() {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            Hierarchy.Member member = tree.getTreeItem(row).getValue();
            if (member.name().text().equals(model.selected())) {
                filling = true;
                tree.getSelectionModel().select(row);
                filling = false;
            }
        }
    }

    private void draw() {
        boolean nothing =
                model.hierarchy().get().map(found -> found.members().isEmpty()).orElse(false);
        boolean looking = model.task().get() instanceof AuthorityTask.Looking;
        if (nothing && looking) {
            room.getChildren().setAll(Parts.body(empty()));
            model.problem()
                    .get()
                    .ifPresent(
                            problem -> room.getChildren().setAll(Parts.body(new ProblemPane(problem, texts), empty())));
            return;
        }
        arrange(nothing);
        right.getChildren().clear();
        model.problem().get().ifPresent(problem -> right.getChildren().add(new ProblemPane(problem, texts)));
        switch (model.task().get()) {
            case AuthorityTask.Looking looks ->
                model.details()
                        .get()
                        .ifPresent(details -> new AuthorityPane(model, texts)
                                .draw(details, model.attributes().get(), right));
            case AuthorityTask.Creating(CreationModel making) ->
                right.getChildren().add(creationOf(making).root());
            case AuthorityTask.Accepting accepting ->
                right.getChildren().add(new TaskPanes(model, texts).accept(accepting));
            case AuthorityTask.Retiring retiring ->
                right.getChildren().add(new TaskPanes(model, texts).retire(retiring));
            case AuthorityTask.Exporting(AuthorityName name) ->
                right.getChildren().add(new TaskPanes(model, texts).export(name));
        }
        mark();
    }

    /** A hierarchy without anybody in it is not shown beside the form of the first one. */
    private void arrange(boolean nothing) {
        room.getChildren().setAll(halves);
        List<Node> wanted = nothing ? List.of(side) : List.of(tree, side);
        if (!halves.getItems().equals(wanted)) {
            halves.getItems().setAll(wanted);
            halves.setDividerPositions(SHARE);
        }
    }

    /** What was typed stays while figures are read anew. */
    private CreationView creationOf(CreationModel wanted) {
        CreationView known = creation;
        if (known == null || known.model() != wanted) {
            known = new CreationView(wanted, model, texts);
            creation = known;
        }
        return known;
    }

    private Node empty() {
        Button create = Parts.button(
                texts.get("empty.next"),
                MaterialDesignS.SHIELD_PLUS_OUTLINE,
                () -> model.create(NewKind.ROOT, Optional.empty()),
                "accent");
        Button request = Parts.button(
                texts.get("create-request"),
                MaterialDesignF.FILE_SEND_OUTLINE,
                () -> model.create(NewKind.REQUEST, Optional.empty()));
        return Parts.card(
                "",
                Parts.empty(
                        MaterialDesignS.SHIELD_KEY_OUTLINE,
                        texts.get("empty.headline"),
                        texts.get("empty.words"),
                        create,
                        request));
    }
}

package cairn.app.inspect;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.session.Inspected;
import cairn.ca.validation.Description;
import cairn.ca.validation.Fact;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Everything that a file holds, as a tree; a search leaves only what contains the word. */
final class StructureTree {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Inspected what;
    private final TreeView<Node> view = new TreeView<>();

    /** One line: a name, and what it is; a name alone stands over others. */
    record Node(String label, String value) {
        boolean contains(String word) {
            return label.toLowerCase(Locale.ROOT).contains(word)
                    || value.toLowerCase(Locale.ROOT).contains(word);
        }
    }

    StructureTree(Inspected what, Texts texts) {
        this.what = what;
        view.setId("inspect-tree");
        view.setShowRoot(false);
        view.setAccessibleText(texts.get("structure"));
        view.setCellFactory(tree -> new Cell());
        view.getStyleClass().add("structure");
        view.setOnKeyPressed(event -> {
            TreeItem<Node> chosen = view.getSelectionModel().getSelectedItem();
            if (COPY.match(event) && chosen != null) {
                ClipboardContent content = new ClipboardContent();
                content.putString(
                        chosen.getValue().value().isEmpty()
                                ? chosen.getValue().label()
                                : chosen.getValue().value());
                Clipboard.getSystemClipboard().setContent(content);
                event.consume();
            }
        });
        search("");
    }

    Parent root() {
        return view;
    }

    /** Leaves what contains the word, under what it belongs to. */
    void search(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        TreeItem<Node> root = new TreeItem<>(new Node("", ""));
        for (Description object : what.inspection().contents()) {
            TreeItem<Node> item = new TreeItem<>(new Node(object.title(), ""));
            item.setExpanded(true);
            boolean whole = word.isEmpty() || item.getValue().contains(word);
            for (Fact fact : object.facts()) {
                Node node = new Node(fact.label(), fact.value());
                if (whole || node.contains(word)) {
                    item.getChildren().add(new TreeItem<>(node));
                }
            }
            if (whole || !item.getChildren().isEmpty()) {
                root.getChildren().add(item);
            }
        }
        view.setRoot(root);
    }

    /** A line of the tree. */
    private static final class Cell extends TreeCell<Node> {
        @Override
        protected void updateItem(Node node, boolean empty) {
            super.updateItem(node, empty);
            setText(null);
            setPrefWidth(0);
            if (empty || node == null) {
                setGraphic(null);
            } else if (node.value().isEmpty()) {
                setGraphic(Parts.label(node.label(), "strong"));
            } else {
                Label name = Parts.label(node.label(), "quiet", "fact-name");
                Label value = Parts.wrapped(node.value());
                HBox.setHgrow(value, Priority.ALWAYS);
                HBox line = new HBox(name, value);
                line.getStyleClass().add("fact");
                setGraphic(line);
            }
        }
    }
}

package cairn.app.shell;

import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Place;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import java.util.Locale;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that can be gone to, by typing. */
final class CommandPalette {
    private final ShellModel model;
    private final Texts texts;
    private final StackPane stage;
    private final StackPane shade = new StackPane();

    CommandPalette(ShellModel model, Texts texts, StackPane stage) {
        this.model = model;
        this.texts = texts;
        this.stage = stage;
    }

    void open() {
        if (stage.lookup("#palette") != null) {
            return;
        }
        FilteredList<Place> found = new FilteredList<>(model.places());
        TextField typed = new TextField();
        typed.setPromptText(texts.get("palette.prompt"));
        typed.setAccessibleText(texts.get("palette.prompt"));
        ListView<Place> list = new ListView<>(found);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Place place, boolean empty) {
                super.updateItem(place, empty);
                setText(empty ? null : plain(place.title()));
                setGraphic(empty ? null : Icons.of(place.icon()));
            }
        });
        typed.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            found.setPredicate(
                    place -> plain(place.title()).toLowerCase(Locale.ROOT).contains(wanted));
            list.getSelectionModel().selectFirst();
        });
        VBox palette = new VBox(Parts.label(texts.get("palette.title"), "heading"), typed, list);
        palette.setId("palette");
        palette.getStyleClass().add("palette");
        shade.getStyleClass().add("shade");
        shade.getChildren().setAll(palette);
        shade.setOnMouseClicked(event -> {
            if (shade.equals(event.getTarget())) {
                close();
            }
        });
        shade.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case ESCAPE -> close();
                case ENTER -> choose(list);
                case DOWN -> list.getSelectionModel().selectNext();
                case UP -> list.getSelectionModel().selectPrevious();
                default -> {
                    return;
                }
            }
            event.consume();
        });
        list.setOnMouseClicked(event -> choose(list));
        stage.getChildren().add(shade);
        typed.requestFocus();
    }

    private void choose(ListView<Place> list) {
        Place chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            model.go(Address.of(chosen.id()));
        }
    }

    private void close() {
        stage.getChildren().remove(shade);
    }

    private static String plain(String title) {
        return title.replace("_", "");
    }
}

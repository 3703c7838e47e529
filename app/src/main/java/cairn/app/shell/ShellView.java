package cairn.app.shell;

import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Place;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The window's content. */
public final class ShellView {
    private final ShellModel model;
    private final Texts texts;
    private final BorderPane frame = new BorderPane();
    private final StackPane stage = new StackPane(frame);
    private final VBox rail = new VBox();
    private final ScrollPane railPane = Parts.scrolling(rail);
    private final VBox middle = new VBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, Opened> opened = new HashMap<>();
    private final DropOverlay overlay;
    private final Subscription following;

    /** A screen that was made, and how many changes there had been when it was shown last. */
    private static final class Opened {
        final Screen screen;
        int seen;

        Opened(Screen screen) {
            this.screen = screen;
        }
    }

    /** Shows {@code model}. */
    public ShellView(ShellModel model, Texts words) {
        this.model = model;
        this.texts = words.room("shell");
        rail.getStyleClass().add("rail");
        railPane.getStyleClass().add("rail-pane");
        middle.getStyleClass().add("screen");
        frame.setLeft(rail);
        frame.setCenter(middle);
        StatusBar bar = new StatusBar(model, texts);
        frame.setBottom(bar.root());
        NoticeStack notices = new NoticeStack(model, texts);
        stage.getChildren().add(notices.root());
        overlay = new DropOverlay(stage);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN).match(event)) {
                openPalette();
                event.consume();
            }
        });
        stage.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN).match(event)) {
                model.lock();
                event.consume();
            }
        });
        ListChangeListener<Place> refurnish = change -> furnish();
        model.places().addListener(refurnish);
        furnish();
        following = Subscription.combine(
                () -> model.places().removeListener(refurnish),
                model.here().subscribe(this::show),
                model.locked().subscribe(this::cover),
                model.looks().subscribe((before, now) -> lookAgain()),
                bar.following(),
                notices.following());
    }

    private void lookAgain() {
        Address here = model.here().get();
        if (here != null) {
            show(Address.of(here.place()));
        }
    }

    private void cover(boolean locked) {
        frame.setVisible(!locked);
        stage.getChildren().removeIf(LockPane.class::isInstance);
        if (locked) {
            LockPane pane = new LockPane(model, texts);
            stage.getChildren().add(pane);
            pane.requestFocus();
        }
    }

    /** What the window holds. */
    public Parent root() {
        return stage;
    }

    /** Files that are dropped on the window go to {@code taker} from now on; null for nobody. */
    public void takeFiles(@Nullable FileDrop taker) {
        overlay.to(taker);
    }

    /** Files were let go over the window; whether anybody took them. */
    public boolean dropped(List<Path> files) {
        return overlay.dropped(files);
    }

    /** Says what would become of files that are held over the window; of none, nothing. */
    public void dragged(List<Path> files) {
        if (files.isEmpty()) {
            overlay.hide();
        } else {
            overlay.show(files);
        }
    }

    /** Opens the palette of commands. */
    public void openPalette() {
        new CommandPalette(model, texts, stage).open();
    }

    /** Closes every screen that was made, and follows the model no more. */
    public void close() {
        following.unsubscribe();
        closeScreens();
    }

    private void closeScreens() {
        opened.values().forEach(each -> each.screen.close());
        opened.clear();
        middle.getChildren().clear();
    }

    private void furnish() {
        closeScreens();
        group.getToggles().clear();
        rail.getChildren().clear();
        Label brand = new Label("Cairn", Icons.of(MaterialDesignT.TERRAIN));
        brand.getStyleClass().add("brand");
        rail.getChildren().add(brand);
        String heading = "";
        int number = 0;
        for (Place place : model.places()) {
            if (!place.group().equals(heading)) {
                heading = place.group();
                rail.getChildren().add(Parts.label(heading, "caption"));
            }
            rail.getChildren().add(button(place, ++number));
        }
        // Before a workspace is open there is one place only, and nowhere to go.
        frame.setLeft(model.places().size() > 1 ? railPane : null);
    }

    private ToggleButton button(Place place, int number) {
        ToggleButton button = new ToggleButton(place.title(), Icons.of(place.icon()));
        button.getStyleClass().add("place");
        button.setId("place-" + place.id());
        button.setToggleGroup(group);
        button.setMnemonicParsing(true);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.go(Address.of(place.id()));
        });
        if (number <= 9) {
            stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.isShortcutDown()
                        && event.getCode() == KeyCode.getKeyCode(String.valueOf(number))
                        && model.place(place.id()).isPresent()) {
                    model.go(Address.of(place.id()));
                    event.consume();
                }
            });
        }
        return button;
    }

    private void show(@Nullable Address address) {
        if (address == null) {
            middle.getChildren().clear();
            return;
        }
        Place place = model.place(address.place()).orElseThrow();
        Opened here = opened.computeIfAbsent(place.id(), id -> {
            Opened made = new Opened(place.screen().get());
            made.seen = -1;
            return made;
        });
        middle.getChildren().setAll(here.screen.root());
        VBox.setVgrow(here.screen.root(), Priority.ALWAYS);
        boolean stale = here.seen != model.changes().get();
        here.seen = model.changes().get();
        here.screen.shown(address.detail(), stale);
        group.getToggles().stream()
                .map(ToggleButton.class::cast)
                .filter(button -> ("place-" + place.id()).equals(button.getId()))
                .forEach(button -> button.setSelected(true));
    }
}

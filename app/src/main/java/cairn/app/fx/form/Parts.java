package cairn.app.fx.form;

import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** Parts that screens are made of, each with its style class. */
public final class Parts {
    private static final int FEW_LETTERS = 20;

    private Parts() {}

    /** A line of text with style classes. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Text that takes as many lines as it needs. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A word with the shape of its tone before it; a few words stay on one line, more take as many as they need. */
    public static Label badge(Tone tone, String text) {
        Label badge = wrapped(text, "badge", tone.style());
        badge.setGraphic(Icons.of(tone.shape()));
        if (text.length() <= FEW_LETTERS) {
            badge.setMinWidth(Region.USE_PREF_SIZE);
        }
        return badge;
    }

    /** A sentence with the shape of its tone before it; it takes as many lines as it needs. */
    public static HBox said(Tone tone, String text) {
        Label words = wrapped(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox said = new HBox(Icons.of(tone.shape()), words);
        said.getStyleClass().addAll("said", tone.style());
        return said;
    }

    /** Something that belongs together, under a heading. */
    public static VBox card(String heading, Node... content) {
        VBox card = new VBox();
        card.getStyleClass().add("card");
        if (!heading.isEmpty()) {
            card.getChildren().add(wrapped(heading, "heading"));
        }
        card.getChildren().addAll(content);
        return card;
    }

    /** A button with a word, an icon and what it does. */
    public static Button button(String text, Ikon icon, Runnable action, String... styles) {
        Button button = new Button(text, Icons.of(icon));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Buttons in a row. */
    public static HBox buttons(Node... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("buttons");
        return row;
    }

    /** What stands where there is nothing yet: why, and the next step. */
    public static VBox empty(Ikon icon, String headline, String words, Node... next) {
        VBox empty = new VBox(Icons.of(icon, "large", "accent"), wrapped(headline, "heading"), wrapped(words, "quiet"));
        empty.getStyleClass().add("empty");
        if (next.length > 0) {
            HBox row = buttons(next);
            row.setMaxWidth(Region.USE_PREF_SIZE);
            empty.getChildren().add(row);
        }
        return empty;
    }

    /** Takes all the room that is left in a row. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** The head of a screen: its title, then what can be done everywhere on it. */
    public static HBox head(String title, Node... actions) {
        Label name = label(title, "title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane room = new FlowPane(actions);
        room.getStyleClass().add("head-actions");
        room.setMinWidth(0);
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox head = new HBox(name, room);
        head.getStyleClass().add("screen-head");
        return head;
    }

    /** Content that scrolls up and down, never sideways. */
    public static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("bare");
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    /** A screen: its head, and below it the body. */
    public static VBox screen(HBox head, Node body) {
        VBox screen = new VBox(head, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        screen.getStyleClass().add("screen");
        return screen;
    }

    /** The body of a screen, one thing below the other. */
    public static VBox body(Node... content) {
        VBox body = new VBox(content);
        body.getStyleClass().add("screen-body");
        return body;
    }
}

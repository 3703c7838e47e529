package cairn.app.crls;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.ListBook;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An authority in the list: its name, how its newest CRL stands, and the time that it has left. */
final class BookCell extends ListCell<ListBook> {
    private final Texts texts;
    private final CrlsModel model;

    BookCell(Texts texts, CrlsModel model) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("book-cell");
        setPrefWidth(0);
    }

    /** The tone of each state. */
    static Tone tone(ListBook.State state) {
        return switch (state) {
            case NONE, SOON -> Tone.WARNING;
            case OVER, BEHIND -> Tone.BAD;
            case CURRENT -> Tone.GOOD;
        };
    }

    @Override
    protected void updateItem(ListBook book, boolean empty) {
        super.updateItem(book, empty);
        setText(null);
        if (empty || book == null) {
            setGraphic(null);
            return;
        }
        ListBook.State state = book.state(model.now());
        Label name = Parts.label(book.authority().name().text(), "strong");
        name.setMinWidth(0);
        HBox head = new HBox(name, Parts.space(), Parts.badge(tone(state), texts.choice("state", state)));
        head.getStyleClass().add("buttons");
        String left = book.standing().latest().map(model::leftWords).orElse(texts.get("none"));
        Label below = Parts.label(left, "caption");
        below.setMinWidth(0);
        setGraphic(new VBox(head, below));
        setAccessibleText(book.authority().name() + ", " + texts.choice("state", state) + ", " + left);
    }
}

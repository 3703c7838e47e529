package cairn.app.authorities;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.Hierarchy;
import cairn.app.session.TokenSettings;
import cairn.ca.x509.KeyType;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An authority in the tree: name and state, and below them its key, its token and until when it is valid. */
final class AuthorityCell extends TreeCell<Hierarchy.Member> {
    private final Texts texts;

    AuthorityCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("authority-cell");
        setPrefWidth(0);
    }

    /** The tone of each state. */
    static Tone tone(Hierarchy.Condition condition) {
        return switch (condition) {
            case ACTIVE -> Tone.GOOD;
            case REQUESTED -> Tone.WAITING;
            case RETIRED -> Tone.PLAIN;
            case EXPIRED, REVOKED -> Tone.BAD;
            case HELD -> Tone.WARNING;
        };
    }

    @Override
    protected void updateItem(Hierarchy.Member member, boolean empty) {
        super.updateItem(member, empty);
        setText(null);
        if (empty || member == null) {
            setGraphic(null);
            return;
        }
        Label name = Parts.label(member.name().text(), "strong");
        name.setMinWidth(0);
        HBox head = new HBox(name, Parts.space(), badge(member));
        head.getStyleClass().add("buttons");
        String words = words(member);
        Label below = Parts.label(words, "caption");
        below.setMinWidth(0);
        setGraphic(new VBox(head, below));
        setAccessibleText(member.name() + ", " + texts.choice("condition", member.condition()) + ", " + words);
    }

    private Label badge(Hierarchy.Member member) {
        return Parts.badge(tone(member.condition()), texts.choice("condition", member.condition()));
    }

    private String words(Hierarchy.Member member) {
        String token = member.token()
                .map(TokenSettings::name)
                .orElse(member.authority().key().tokenLabel());
        return member.authority()
                .certificate()
                .map(certificate -> texts.get(
                        "cell",
                        certificate.publicKey().type().map(KeyType::title).orElse("?"),
                        token,
                        texts.day(certificate.validity().notAfter())))
                .orElse(texts.get("cell.requested", token));
    }
}

package cairn.app.token;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import cairn.app.session.Tokens;
import cairn.hsm.token.PinSource;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The place of this room in the window. */
public final class TokenPlace {
    private TokenPlace() {}

    /**
     * What the room works on.
     *
     * @param pins asks for a PIN that a token has
     * @param fresh asks for one that is to be set
     */
    public record Needs(
            Session session, Tokens tokens, PinSource pins, PinSource fresh, InstantSource clock, FilePicker files) {}

    /** The workspace's tokens. */
    public static Place place(Needs needs, Tasks tasks, Guide guide, Language language) {
        Texts texts = Texts.of(language, "token");
        return new Place(
                "token",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                () -> new TokenView(new TokenModel(needs, tasks, guide, texts), texts));
    }
}

package cairn.app.crls;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import cairn.hsm.token.PinSource;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The place of this room in the window. */
public final class Crls {
    private Crls() {}

    /**
     * What its screen works with.
     *
     * @param pins asks for the PINs of tokens
     */
    record Tools(Session session, Tasks tasks, Guide guide, FilePicker files, PinSource pins) {}

    /** The lists of all authorities. */
    public static Place place(
            Session session, Tasks tasks, Guide guide, FilePicker files, PinSource pins, Surroundings around) {
        Texts texts = Texts.of(around.language(), "crls");
        Tools tools = new Tools(session, tasks, guide, files, pins);
        return new Place(
                "crls",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignP.PLAYLIST_CHECK,
                () -> new CrlsView(new CrlsModel(tools, texts, around.clock()), texts));
    }

    /** In which language, and by which clock. */
    public record Surroundings(Language language, InstantSource clock) {}
}

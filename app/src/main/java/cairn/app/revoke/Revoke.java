package cairn.app.revoke;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The place of this room in the window. */
public final class Revoke {
    private Revoke() {}

    /** Revoke, hold and release. */
    public static Place place(Session session, Tasks tasks, Guide guide, Language language, FilePicker files) {
        Texts texts = Texts.of(language, "revoke");
        return new Place(
                "revoke",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignC.CANCEL,
                () -> new RevokeView(new RevokeModel(session, tasks, guide, texts), texts, files));
    }
}

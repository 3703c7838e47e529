package cairn.app.explorer;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** The place of this room in the window. */
public final class Explorer {
    private Explorer() {}

    /** The chain of trust as a picture. */
    public static Place place(
            Session session, Tasks tasks, Guide guide, FilePicker files, Texts words, InstantSource clock) {
        Texts texts = words.room("explorer");
        return new Place(
                "explorer",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignG.GRAPH_OUTLINE,
                () -> new ExplorerView(new ExplorerModel(session, tasks, guide, texts, clock), texts, files));
    }
}

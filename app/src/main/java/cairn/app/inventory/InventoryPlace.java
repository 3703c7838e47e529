package cairn.app.inventory;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The place of this room in the window. */
public final class InventoryPlace {
    private InventoryPlace() {}

    /** Everything that was issued. */
    public static Place place(
            Session session, Tasks tasks, Guide guide, Language language, InstantSource clock, FilePicker files) {
        Texts texts = Texts.of(language, "inventory");
        return new Place(
                "inventory",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignA.ARCHIVE_OUTLINE,
                () -> new InventoryView(
                        new InventoryModel(session, tasks, guide, texts, clock, files),
                        new DetailsModel(session, tasks, guide, texts, clock, files),
                        new Standings(texts, clock)));
    }
}

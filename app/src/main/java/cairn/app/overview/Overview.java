package cairn.app.overview;

import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The place of this room in the window. */
public final class Overview {
    private Overview() {}

    /** What needs a person today. */
    public static Place place(Session session, Tasks tasks, Guide guide, Language language, InstantSource clock) {
        Texts texts = Texts.of(language, "overview");
        return new Place(
                "overview",
                texts.get("place"),
                "",
                MaterialDesignV.VIEW_DASHBOARD_OUTLINE,
                () -> new OverviewView(new OverviewModel(session, tasks, guide, texts, clock), texts));
    }
}

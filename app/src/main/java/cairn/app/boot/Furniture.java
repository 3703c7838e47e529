package cairn.app.boot;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.inventory.InventoryPlace;
import cairn.app.overview.Overview;
import cairn.app.revoke.Revoke;
import cairn.app.session.Session;
import cairn.hsm.token.PinSource;
import java.util.List;

/** The places of an open workspace, each put together from what it needs. */
record Furniture(DesktopTools tools, Tasks tasks, Guide guide, FilePicker files, PinSource pins) {
    List<Place> places(Session session, Language language) {
        return List.of(
                Overview.place(session, tasks, guide, language, tools.clock()),
                InventoryPlace.place(session, tasks, guide, language, tools.clock(), files),
                Revoke.place(session, tasks, guide, language, files));
    }
}

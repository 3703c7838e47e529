package cairn.app.boot;

import cairn.app.explorer.Explorer;
import cairn.app.authorities.Authorities;
import cairn.app.crls.Crls;
import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.inspect.Inspect;
import cairn.app.issue.Issue;
import cairn.app.overview.Overview;
import cairn.app.session.Session;
import cairn.hsm.token.PinSource;
import java.util.List;

/** The places of an open workspace, each put together from what it needs. */
record Furniture(DesktopTools tools, Tasks tasks, Guide guide, FilePicker files, PinSource pins) {
    List<Place> places(Session session, Language language) {
        Texts texts = Texts.of(language, "boot");
        return List.of(
                Overview.place(session, tasks, guide, language, tools.clock()),
                Authorities.place(
                        session, tasks, guide, files, pins, new Authorities.Surroundings(language, tools.clock())),
                new Issue(session, tasks, guide, files, pins, tools.clock()).place(language),
                Crls.place(session, tasks, guide, files, pins, new Crls.Surroundings(language, tools.clock())),
                Explorer.place(session, tasks, guide, files, texts, tools.clock()),
                new Inspect(session, tasks, guide, files, tools.clock()).place(language));
    }
}

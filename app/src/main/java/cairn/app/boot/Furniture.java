package cairn.app.boot;

import cairn.app.audit.AuditPlace;
import cairn.app.authorities.Authorities;
import cairn.app.crls.Crls;
import cairn.app.explorer.Explorer;
import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.inspect.Inspect;
import cairn.app.inventory.InventoryPlace;
import cairn.app.issue.Issue;
import cairn.app.overview.Overview;
import cairn.app.revoke.Revoke;
import cairn.app.session.Session;
import cairn.app.settings.Likes;
import cairn.app.settings.SettingsPlace;
import cairn.app.token.TokenPlace;
import cairn.app.welcome.FirstSteps;
import cairn.hsm.token.PinSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places of an open workspace, each put together from what it needs. */
record Furniture(DesktopTools tools, Tasks tasks, Guide guide, FilePicker files, PinSource pins, Own own) {
    /**
     * What only some rooms need.
     *
     * @param fresh asks for a PIN that is to be set
     */
    record Own(PinSource fresh, Likes likes) {}

    /**
     * All places.
     *
     * @param first whether the workspace is new, so that its first steps are offered
     */
    List<Place> places(Session session, Path folder, boolean first, Language language) {
        List<Place> places = new ArrayList<>();
        places.add(Overview.place(session, tasks, guide, language, tools.clock()));
        if (first) {
            places.add(FirstSteps.place(
                    new FirstSteps.Needs(session, tools.sessions().tokens(), pins, own.fresh(), files, tools.clock()),
                    tasks,
                    guide,
                    language));
        }
        places.add(Authorities.place(
                session, tasks, guide, files, pins, new Authorities.Surroundings(language, tools.clock())));
        places.add(new Issue(session, tasks, guide, files, pins, tools.clock()).place(language));
        places.add(InventoryPlace.place(session, tasks, guide, language, tools.clock(), files));
        places.add(Revoke.place(session, tasks, guide, language, files));
        places.add(Crls.place(session, tasks, guide, files, pins, new Crls.Surroundings(language, tools.clock())));
        places.add(Explorer.place(session, tasks, guide, files, Texts.of(language, "boot"), tools.clock()));
        places.add(new Inspect(session, tasks, guide, files, tools.clock()).place(language));
        places.add(TokenPlace.place(
                new TokenPlace.Needs(session, tools.sessions().tokens(), pins, own.fresh(), tools.clock(), files),
                tasks,
                guide,
                language));
        places.add(AuditPlace.place(
                new AuditPlace.Needs(folder, Optional.of(session), pins, tools.clock(), files),
                tasks,
                guide,
                language));
        places.add(SettingsPlace.place(own.likes(), language));
        return places;
    }

    /** What there is of a workspace that is only read. */
    List<Place> reading(Path folder, Language language) {
        return List.of(
                AuditPlace.place(
                        new AuditPlace.Needs(folder, Optional.empty(), pins, tools.clock(), files),
                        tasks,
                        guide,
                        language),
                SettingsPlace.place(own.likes(), language));
    }
}

package cairn.app.issue;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import cairn.hsm.token.PinSource;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The place of this room in the window. */
public final class Issue {
    /** What the detail of an address begins with that hands over files, one a line. */
    public static final String FILES = "files:";

    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final FilePicker files;
    private final PinSource pins;
    private final InstantSource clock;

    /** Issues in this session. */
    public Issue(Session session, Tasks tasks, Guide guide, FilePicker files, PinSource pins, InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.files = files;
        this.pins = pins;
        this.clock = clock;
    }

    /** Certificates for requests. */
    public Place place(Language language) {
        Texts texts = Texts.of(language, "issue");
        return new Place("issue", texts.get("place"), texts.get("group"), MaterialDesignC.CERTIFICATE_OUTLINE, () -> {
            IssueTools tools = new IssueTools(session, tasks, guide, pins, clock);
            return new IssueView(new IssueModel(tools, texts), files, texts);
        });
    }
}

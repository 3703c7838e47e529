package cairn.app.inspect;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.Session;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The place of this room in the window. */
public final class Inspect {
    /** What the detail of an address begins with that hands over files, one a line. */
    public static final String FILES = "files:";

    /** What the detail of an address begins with that names a certificate by issuer and serial number. */
    static final String CERTIFICATE = "certificate:";

    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final FilePicker files;
    private final InstantSource clock;

    /** Inspects with what this session knows. */
    public Inspect(Session session, Tasks tasks, Guide guide, FilePicker files, InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.files = files;
        this.clock = clock;
    }

    /** Any file. */
    public Place place(Language language) {
        Texts texts = Texts.of(language, "inspect");
        return new Place(
                "inspect",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignM.MAGNIFY_SCAN,
                () -> new InspectView(new InspectModel(session, tasks, guide, texts, clock), files, texts));
    }
}

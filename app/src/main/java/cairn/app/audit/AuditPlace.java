package cairn.app.audit;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.JournalReader;
import cairn.app.session.Session;
import cairn.hsm.token.PinSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The place of this room in the window. */
public final class AuditPlace {
    private AuditPlace() {}

    /**
     * What the room works on.
     *
     * @param folder the workspace's
     * @param session empty where the workspace is only read
     */
    public record Needs(
            Path folder, Optional<Session> session, PinSource pins, InstantSource clock, FilePicker files) {}

    /** The journal. */
    public static Place place(Needs needs, Tasks tasks, Guide guide, Language language) {
        Texts texts = Texts.of(language, "audit");
        return new Place(
                "audit",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignB.BOOK_OPEN_OUTLINE,
                () -> new AuditView(
                        new AuditModel(needs, JournalReader.of(needs.folder()), tasks, guide, texts), texts));
    }
}

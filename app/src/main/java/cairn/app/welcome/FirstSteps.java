package cairn.app.welcome;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.Tokens;
import cairn.ca.audit.LedgerException;
import cairn.hsm.token.PinSource;
import java.time.Instant;
import java.time.InstantSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The first steps of a workspace, as a place of the window. */
public final class FirstSteps {
    private FirstSteps() {}

    /**
     * What they work on.
     *
     * @param pins asks for a PIN that a token has
     * @param fresh asks for one that is to be set
     */
    public record Needs(
            Session session, Tokens tokens, PinSource pins, PinSource fresh, FilePicker files, InstantSource clock) {}

    /** Whether a workspace still needs them: something is missing, or no authority's certificate is valid any more. */
    public static boolean areDue(Session session, Instant now) throws LedgerException, Problem {
        boolean alive = session.register().authorities().all().stream()
                .flatMap(authority -> authority.certificate().stream())
                .anyMatch(certificate -> certificate.validity().notAfter().isAfter(now));
        return !alive || Standing.of(session).next() != Standing.Step.DONE;
    }

    /** From a token to the first certificate. */
    public static Place place(Needs needs, Tasks tasks, Guide guide, Language language) {
        Texts texts = Texts.of(language, "welcome");
        return new Place(
                "first",
                texts.get("first.place"),
                "",
                MaterialDesignF.FLAG_OUTLINE,
                () -> new FirstStepsView(new FirstStepsModel(needs, tasks, guide, texts), texts));
    }
}

package cairn.app.fx.dialog;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.ca.x509.PlainText;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What went wrong, where, what to do, and a short code that can be read aloud; details only on request. */
public final class ProblemPane extends HBox {
    private static final int MOST_CAUSES = 12;

    /** Shows one problem. */
    public ProblemPane(Problem problem, Texts words) {
        Texts texts = words.room("fx.dialog");
        Tone tone = problem.exit() == ExitCode.UNKNOWN_OUTCOME ? Tone.WARNING : Tone.BAD;
        getStyleClass().addAll("notice", tone.style());
        VBox content = new VBox(Parts.wrapped(PlainText.escape(problem.what()), "strong"));
        problem.where()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> content.getChildren().add(Parts.wrapped(PlainText.escape(line.strip()), "mono")));
        if (!problem.whatToDo().isEmpty()) {
            content.getChildren().add(Parts.wrapped(PlainText.escape(problem.whatToDo())));
        }
        content.setSpacing(4);
        HBox.setHgrow(content, Priority.ALWAYS);
        if (problem.getCause() != null) {
            TitledPane details = new TitledPane(texts.get("details"), Parts.wrapped(causes(problem), "mono"));
            details.setExpanded(false);
            content.getChildren().add(details);
        }
        VBox code = new VBox(
                Parts.badge(tone, texts.get("code", problem.code())),
                Parts.button(texts.get("copy"), MaterialDesignC.CONTENT_COPY, () -> copy(problem), "small", "flat"));
        code.setSpacing(6);
        code.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.of(tone.shape()), content, code);
        setAccessibleText(problem.text());
    }

    private static String causes(Problem problem) {
        StringBuilder text = new StringBuilder();
        Throwable cause = problem.getCause();
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            text.append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(PlainText.escape(String.valueOf(cause.getMessage())))
                    .append('\n');
            cause = cause.getCause();
        }
        return text.toString().stripTrailing();
    }

    private static void copy(Problem problem) {
        ClipboardContent content = new ClipboardContent();
        content.putString(problem.text() + "\n" + causes(problem));
        Clipboard.getSystemClipboard().setContent(content);
    }
}

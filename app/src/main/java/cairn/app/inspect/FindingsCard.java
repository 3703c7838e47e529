package cairn.app.inspect;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.ca.x509.Finding;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was found, the gravest first, each with its clause. */
final class FindingsCard {
    private final Texts texts;
    private final VBox root;

    FindingsCard(List<Finding> findings, Texts texts) {
        this.texts = texts;
        root = Parts.card(texts.get("findings"));
        findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> root.getChildren().add(line(finding)));
    }

    Parent root() {
        return root;
    }

    private Node line(Finding finding) {
        Tone tone = switch (finding.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case NOTICE -> Tone.PLAIN;
        };
        VBox words = new VBox(
                Parts.wrapped(finding.words()),
                Parts.wrapped(
                        texts.get(
                                "finding",
                                texts.choice("severity", finding.severity()),
                                finding.code(),
                                finding.clause(),
                                finding.where()),
                        "caption"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(Icons.of(tone.shape()), words);
        line.getStyleClass().addAll("notice", tone.style());
        return line;
    }
}

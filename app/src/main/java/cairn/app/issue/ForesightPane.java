package cairn.app.issue;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.LookedAtRequest;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.Preview;
import cairn.ca.profile.ProfileRefusal;
import cairn.ca.x509.Finding;
import cairn.ca.x509.PlainText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The selected request: what the rules say of it, what is asked and what it would become, and what the linter says. */
final class ForesightPane {
    private final Texts texts;
    private final VBox root = new VBox();

    ForesightPane(IssueModel model, Texts texts) {
        this.texts = texts;
        root.getStyleClass().add("issue-foresight");
        model.foresight().view().subscribe(this::draw);
    }

    Parent root() {
        return root;
    }

    private void draw(Foresight.View view) {
        switch (view) {
            case Foresight.View.Nothing nothing ->
                root.getChildren()
                        .setAll(Parts.card(
                                "",
                                Parts.empty(
                                        MaterialDesignC.COMPARE_HORIZONTAL,
                                        texts.get("preview.nothing"),
                                        texts.get("preview.nothing.words"))));
            case Foresight.View.Refused(var request) -> root.getChildren().setAll(rules(request));
            case Foresight.View.Unchosen(var request) ->
                root.getChildren()
                        .setAll(rules(request), Parts.card("", Parts.wrapped(texts.get("preview.unchosen"), "quiet")));
            case Foresight.View.Failed(var request, var problem) ->
                root.getChildren().setAll(rules(request), new ProblemPane(problem, texts));
            case Foresight.View.Seen(var request, var preview) ->
                root.getChildren().setAll(rules(request), comparison(preview), lint(preview));
        }
    }

    private Node rules(LookedAtRequest request) {
        VBox card = Parts.card(
                PlainText.escape(String.valueOf(request.file().getFileName())),
                Parts.badge(RequestsPane.tone(request), texts.choice("verdict.words", request.verdict())));
        request.problem().ifPresent(problem -> card.getChildren().add(new ProblemPane(problem, texts)));
        request.findings().forEach(finding -> card.getChildren().add(finding(finding)));
        return card;
    }

    private Node comparison(Preview preview) {
        VBox card = Parts.card(texts.get("comparison"));
        for (ProfileRefusal.Reason reason : preview.comparison().reasons()) {
            card.getChildren().add(refusal(reason.field(), reason.words(), reason.rule()));
        }
        for (IssuanceException.Refused objection : preview.objections()) {
            card.getChildren()
                    .add(refusal(texts.get("objection"), String.valueOf(objection.getMessage()), objection.rule()));
        }
        card.getChildren().add(new ComparisonTable(preview.comparison().lines(), texts).root());
        return card;
    }

    private Node refusal(String field, String words, String rule) {
        return line(Tone.BAD, texts.get("refusal", field, words), texts.get("rule", rule));
    }

    private Node lint(Preview preview) {
        VBox card = Parts.card(texts.get("lint"));
        List<Finding> findings = preview.lint().findings();
        if (preview.certificate().isEmpty()) {
            card.getChildren().add(Parts.wrapped(texts.get("lint.none"), "quiet"));
        } else if (findings.isEmpty()) {
            card.getChildren().add(Parts.badge(Tone.GOOD, texts.get("lint.clean")));
        }
        findings.forEach(finding -> card.getChildren().add(finding(finding)));
        return card;
    }

    private Node finding(Finding finding) {
        Tone tone = switch (finding.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case NOTICE -> Tone.PLAIN;
        };
        return line(
                tone,
                finding.words(),
                texts.get(
                        "finding",
                        texts.choice("severity", finding.severity()),
                        finding.code(),
                        finding.clause(),
                        finding.where()));
    }

    private static Node line(Tone tone, String words, String source) {
        VBox text = new VBox(Parts.wrapped(words), Parts.wrapped(source, "caption"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(Icons.of(tone.shape()), text);
        line.getStyleClass().addAll("notice", tone.style());
        return line;
    }
}

package cairn.app.audit;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.EventFields;
import cairn.app.session.JournalAdvice;
import cairn.app.session.JournalExport;
import cairn.app.session.JournalReader;
import cairn.app.session.WorkspaceCheck;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.Checkpoint;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** What stands beside the journal: the entry that is chosen, the check, the checkpoint, the export. */
final class AuditSide {
    private final AuditModel model;
    private final Texts texts;
    private final VBox entry = Parts.card("");
    private final VBox check = new VBox();
    private final VBox checkpoint = Parts.card("");
    private final VBox root;

    AuditSide(AuditModel model, Texts texts, ObservableValue<JournalReader.@Nullable Line> chosen) {
        this.model = model;
        this.texts = texts;
        root = new VBox(check, entry, checkpoint);
        root.getStyleClass().add("audit-side");
        if (!model.isReadOnly()) {
            root.getChildren().add(export());
        }
        check.managedProperty().bind(check.visibleProperty());
        chosen.subscribe(this::entry);
        model.check().subscribe(this::check);
        model.checkpoint().subscribe(this::checkpoint);
    }

    VBox root() {
        return root;
    }

    private void entry(JournalReader.@Nullable Line line) {
        if (line == null) {
            entry.getChildren()
                    .setAll(
                            Parts.wrapped(texts.get("entry"), "heading"),
                            Parts.wrapped(texts.get("entry.none"), "quiet"));
            return;
        }
        Facts facts = new Facts()
                .add(texts.get("column.time"), line.entry().time().toString(), "mono")
                .add(texts.get("column.actor"), line.entry().actor())
                .add(texts.get("column.kind"), texts.get("kind." + line.kind()));
        EventFields.of(line.entry().event()).forEach((name, value) -> facts.add(name, shortened(value), "mono"));
        facts.add(texts.get("entry.chain"), line.entry().chain().hex(), "mono");
        entry.getChildren()
                .setAll(
                        Parts.wrapped(
                                texts.get(
                                        "entry.title", texts.number(line.entry().sequence())),
                                "heading"),
                        Parts.wrapped(line.words()),
                        facts);
    }

    /** A certificate in the journal is thousands of letters, of which nobody reads more than the first. */
    private static String shortened(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + " …";
    }

    private void check(AuditModel.Check now) {
        check.setVisible(!(now instanceof AuditModel.Check.None));
        check.getChildren().clear();
        switch (now) {
            case AuditModel.Check.None ignored -> {}
            case AuditModel.Check.Running running -> {
                ProgressBar bar = new ProgressBar();
                bar.progressProperty().bind(running.job().share());
                bar.setAccessibleText(running.job().title());
                Button stop = Parts.button(texts.get("stop"), MaterialDesignC.CLOSE, running.job()::cancel, "small");
                check.getChildren().add(Parts.card(running.job().title(), Parts.buttons(bar, stop)));
            }
            case AuditModel.Check.Stopped ignored ->
                check.getChildren().add(Parts.card("", Parts.said(Tone.WAITING, texts.get("check.stopped"))));
            case AuditModel.Check.Found found -> check.getChildren().add(found(found.result(), found.whole()));
        }
    }

    private Node found(WorkspaceCheck.Result result, boolean whole) {
        VBox card = Parts.card(texts.get("check"));
        card.setId("audit-found");
        result.journal()
                .defect()
                .ifPresentOrElse(
                        defect -> card.getChildren()
                                .addAll(
                                        Parts.said(Tone.BAD, texts.get("check.defect", defect.sequence())),
                                        Parts.wrapped(defect.words()),
                                        Parts.wrapped(JournalAdvice.of(defect), "quiet")),
                        () -> card.getChildren()
                                .add(Parts.said(
                                        Tone.GOOD,
                                        texts.get(
                                                "check.intact", result.journal().entries()))));
        if (!result.journal().intact()) {
            return card;
        }
        if (!whole) {
            card.getChildren().add(Parts.wrapped(texts.get("check.partly"), "quiet"));
        } else if (result.differences().isEmpty()) {
            card.getChildren().add(Parts.said(Tone.GOOD, texts.get("check.same")));
        } else {
            card.getChildren().add(Parts.said(Tone.BAD, texts.get("check.differs")));
            result.differences().forEach(words -> card.getChildren().add(Parts.wrapped(words, "mono")));
            card.getChildren().add(Parts.wrapped(texts.get("check.differs.words"), "quiet"));
        }
        result.unrecorded()
                .ifPresent(why -> card.getChildren().add(Parts.said(Tone.WARNING, texts.get("check.unrecorded"))));
        return card;
    }

    private void checkpoint(Optional<Checkpoint> now) {
        checkpoint
                .getChildren()
                .setAll(
                        Parts.wrapped(texts.get("checkpoint"), "heading"),
                        Parts.wrapped(texts.get("checkpoint.words"), "quiet"));
        now.ifPresent(here -> {
            Button copy = Parts.button(
                    texts.get("checkpoint.copy"), MaterialDesignC.CONTENT_COPY, () -> copy(here.text()), "small");
            copy.setId("audit-copy");
            Button save = Parts.button(
                    texts.get("checkpoint.save"),
                    MaterialDesignC.CONTENT_SAVE_OUTLINE,
                    model::saveCheckpoint,
                    "small",
                    "flat");
            save.setId("audit-save-checkpoint");
            checkpoint.getChildren().addAll(Parts.wrapped(here.text(), "mono"), Parts.buttons(copy, save));
        });
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Node export() {
        ExportModel export = model.export();
        ComboBox<Optional<AuthorityName>> signer = new ComboBox<>();
        signer.setId("audit-signer");
        signer.setMaxWidth(Double.MAX_VALUE);
        signer.setConverter(new Words<>(name -> name.map(AuthorityName::text).orElse(texts.get("export.unsigned"))));
        Runnable offer = () -> {
            signer.getItems().setAll(List.of(Optional.empty()));
            export.signers().forEach(name -> signer.getItems().add(Optional.of(name)));
            signer.setValue(export.signer().get());
        };
        export.signers().addListener((ListChangeListener<AuthorityName>) change -> offer.run());
        offer.run();
        signer.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                export.signer().set(now);
            }
        });
        Button run = Parts.button(texts.get("export.run"), MaterialDesignE.EXPORT, export::run);
        run.setId("audit-export");
        VBox outcome = new VBox();
        export.problem()
                .subscribe(problem -> outcome.getChildren()
                        .setAll(problem.stream()
                                .map(why -> new ProblemPane(why, texts))
                                .toList()));
        export.result()
                .subscribe(done -> done.ifPresent(made -> outcome.getChildren().setAll(exported(made))));
        return Parts.card(
                texts.get("export"),
                Parts.wrapped(texts.get("export.words"), "quiet"),
                new Form()
                        .text(texts.get("export.first"), export.first(), "", "audit-first")
                        .text(texts.get("export.last"), export.last(), "", "audit-last")
                        .row(texts.get("export.signer"), signer, texts.get("export.signer.hint")),
                Parts.buttons(run),
                outcome);
    }

    private Node exported(JournalExport.Result made) {
        VBox words = new VBox(
                Parts.said(
                        Tone.GOOD,
                        texts.get("export.made", made.first(), made.checkpoint().sequence())),
                Parts.wrapped(made.file().toString(), "mono"));
        words.setSpacing(6);
        made.signature().ifPresent(file -> {
            String command = "openssl cms -verify -binary -inform DER -in " + file.getFileName() + " -content "
                    + made.file().getFileName() + " -CAfile root.pem -purpose any -out /dev/null";
            words.getChildren()
                    .addAll(
                            Parts.wrapped(file.toString(), "mono"),
                            Parts.wrapped(texts.get("export.how"), "quiet"),
                            Parts.wrapped(command, "mono"),
                            Parts.buttons(Parts.button(
                                    texts.get("checkpoint.copy"),
                                    MaterialDesignC.CONTENT_COPY,
                                    () -> copy(command),
                                    "small",
                                    "flat")));
        });
        return words;
    }
}

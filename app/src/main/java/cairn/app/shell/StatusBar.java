package cairn.app.shell;

import cairn.app.fx.form.Parts;
import cairn.app.fx.task.Job;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The line at the bottom: the token light, work under way, and how to end it. */
final class StatusBar {
    private final ShellModel model;
    private final Texts texts;
    private final HBox bar = new HBox();
    private final HBox work = new HBox();
    private final Subscription following;

    StatusBar(ShellModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        bar.getStyleClass().add("status");
        work.getStyleClass().add("buttons");
        Label light = new Label();
        light.setId("token-light");
        light.getStyleClass().add("badge");
        Subscription shining = model.light().subscribe(now -> {
            light.setText(texts.choice("light", now));
            light.setGraphic(Icons.of(now.tone().shape()));
            light.getStyleClass().setAll("label", "badge", now.tone().style());
        });
        bar.getChildren().addAll(light, Parts.space(), work, Parts.label(texts.get("palette.hint"), "caption"));
        ListChangeListener<Job> redraw = change -> refresh();
        model.jobs().addListener(redraw);
        following = shining.and(() -> model.jobs().removeListener(redraw));
    }

    /** What is followed until the window has another content. */
    Subscription following() {
        return following;
    }

    Parent root() {
        return bar;
    }

    private void refresh() {
        work.getChildren().clear();
        if (model.jobs().isEmpty()) {
            return;
        }
        Job job = model.jobs().getFirst();
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(job.share());
        progress.setAccessibleText(job.title());
        Label title = new Label();
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> job.count().get() == 0
                                ? job.title()
                                : texts.get(
                                        "job",
                                        job.title(),
                                        texts.number(job.count().get())),
                        job.count()));
        Button stop = Parts.button(texts.get("stop"), MaterialDesignC.CLOSE, job::cancel, "small", "flat");
        work.getChildren().setAll(title, progress, stop);
    }
}

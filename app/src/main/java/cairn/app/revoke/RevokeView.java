package cairn.app.revoke;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.text.Texts;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Fill in, see what stops working, confirm, read what came of it. */
final class RevokeView implements Screen {
    private final RevokeModel model;
    private final Texts texts;
    private final DecisionForm form;
    private final PlanView plans;
    private final VBox body = Parts.body();
    private final VBox root;

    RevokeView(RevokeModel model, Texts texts, FilePicker files) {
        this.model = model;
        this.texts = texts;
        this.form = new DecisionForm(model, texts, files);
        this.plans = new PlanView(model, texts);
        root = Parts.screen(Parts.head(texts.get("title")), Parts.scrolling(body));
        model.state().subscribe(this::draw);
    }

    private void draw(ScreenState<Plan> state) {
        form.root().setDisable(!state.isOpen());
        switch (state) {
            case ScreenState.Editing<Plan> ignored -> body.getChildren().setAll(form.root());
            case ScreenState.Checking<Plan> ignored -> {
                Label looking = Parts.label(texts.get("checking"), "quiet");
                body.getChildren().setAll(form.root(), looking);
            }
            case ScreenState.Confirming<Plan>(Plan plan) -> body.getChildren().setAll(plans.confirming(plan));
            case ScreenState.Running<Plan> running ->
                body.getChildren().setAll(Parts.label(running.job().title(), "quiet"));
            case ScreenState.Done<Plan>(Plan plan) -> body.getChildren().setAll(plans.done(plan));
            case ScreenState.Failed<Plan>(var problem) ->
                body.getChildren().setAll(new ProblemPane(problem, texts), form.root());
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        if (!detail.isEmpty()) {
            model.show(detail);
        }
        form.focus();
    }

    @Override
    public void close() {
        model.close();
    }
}

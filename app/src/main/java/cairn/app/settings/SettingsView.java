package cairn.app.settings;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The settings, in the groups in which a person looks for them. */
final class SettingsView implements Screen {
    private final SettingsModel model;
    private final VBox root;

    SettingsView(SettingsModel model, Texts texts) {
        this.model = model;
        ComboBox<Theme> theme =
                choice("settings-theme", List.of(Theme.values()), each -> texts.choice("theme", each), model::theme);
        ComboBox<Language> language =
                choice("settings-language", SettingsModel.LANGUAGES, Language::title, model::language);
        ComboBox<Integer> size = choice(
                "settings-size", SettingsModel.SIZES, percent -> texts.get("size.percent", percent), model::size);
        ComboBox<Integer> idle = choice(
                "settings-idle", SettingsModel.MINUTES, minutes -> texts.get("idle.minutes", minutes), model::idle);
        Button lock = Parts.button(texts.get("lock"), MaterialDesignL.LOCK_OUTLINE, model::lock);
        lock.setId("settings-lock");
        root = Parts.screen(
                Parts.head(texts.get("title")),
                Parts.scrolling(Parts.body(
                        Parts.card(
                                texts.get("looks"),
                                new Form()
                                        .row(texts.get("theme"), theme, texts.get("theme.hint"))
                                        .row(texts.get("size"), size, texts.get("size.hint"))
                                        .row(texts.get("language"), language, "")),
                        Parts.card(
                                texts.get("safety"),
                                new Form().row(texts.get("idle"), idle, texts.get("idle.hint")),
                                Parts.buttons(lock),
                                Parts.wrapped(texts.get("lock.words"), "quiet")),
                        Parts.wrapped(texts.get("kept"), "caption"))));
        model.now().subscribe(now -> {
            show(theme, now.theme());
            show(language, now.language());
            show(size, now.percent());
            show(idle, now.idleMinutes());
        });
    }

    /** A value that is not among those offered, such as one written into the file by hand, is offered as well. */
    private static <T> void show(ComboBox<T> choice, T value) {
        if (!choice.getItems().contains(value)) {
            choice.getItems().add(value);
        }
        choice.setValue(value);
    }

    private static <T> ComboBox<T> choice(String id, List<T> offered, Function<T, String> title, Consumer<T> chosen) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setPrefWidth(220);
        choice.getItems().setAll(offered);
        choice.setConverter(new Words<>(title));
        choice.valueProperty().subscribe((before, now) -> {
            if (before != null && now != null) {
                chosen.accept(now);
            }
        });
        return choice;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }
}

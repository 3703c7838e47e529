package cairn.app.settings;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a person likes; every change holds at once. */
final class SettingsModel extends ViewModel {
    /** Minutes after which the window locks itself; 0 is never. */
    static final List<Integer> MINUTES = List.of(0, 1, 5, 10, 15, 30, 60);

    /** Sizes of the text, in per cent. */
    static final List<Integer> SIZES = List.of(100, 110, 125, 150, 175, 200);

    /** The languages of the desktop; the long one is for those who make it. */
    static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.GERMAN);

    private final Likes likes;
    private final ReadOnlyObjectWrapper<Preferences> now;

    SettingsModel(Likes likes) {
        this.likes = likes;
        this.now = new ReadOnlyObjectWrapper<>(likes.now());
    }

    ReadOnlyObjectProperty<Preferences> now() {
        return now.getReadOnlyProperty();
    }

    void refresh() {
        now.set(likes.now());
    }

    void theme(Theme wanted) {
        change(preferences -> preferences.with(wanted));
    }

    void language(Language wanted) {
        change(preferences -> preferences.with(wanted));
    }

    void size(int percent) {
        change(preferences -> preferences.sized(percent));
    }

    void idle(int minutes) {
        change(preferences -> preferences.idle(minutes));
    }

    void lock() {
        likes.lock();
    }

    /** Only one thing is changed: what the window keeps meanwhile, such as recent workspaces, stays. */
    private void change(UnaryOperator<Preferences> step) {
        Preferences wanted = step.apply(likes.now());
        if (!wanted.equals(likes.now())) {
            now.set(wanted);
            likes.like(wanted);
        }
    }
}

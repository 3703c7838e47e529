package cairn.app.fx.prefs;

import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person likes.
 *
 * @param percent size of the text, 100 to 200
 * @param idleMinutes after how long without a key or a click tokens are logged out; 0 for never
 * @param recent workspaces, the last one first
 */
public record Preferences(Theme theme, Language language, int percent, int idleMinutes, List<Path> recent) {
    private static final int MOST_RECENT = 8;

    /** Refuses sizes that nothing can be shown in. */
    public Preferences {
        if (percent < 100 || percent > 200) {
            throw new IllegalArgumentException("the size of the text is 100 to 200 per cent: " + percent);
        }
        if (idleMinutes < 0) {
            throw new IllegalArgumentException("minutes are not negative: " + idleMinutes);
        }
        recent = List.copyOf(recent);
    }

    /** Those of somebody who never said. */
    public static Preferences usual() {
        return new Preferences(Theme.SYSTEM, Language.ofSystem(), 100, 15, List.of());
    }

    /** The same in other colours. */
    public Preferences with(Theme other) {
        return new Preferences(other, language, percent, idleMinutes, recent);
    }

    /** The same in another language. */
    public Preferences with(Language other) {
        return new Preferences(theme, other, percent, idleMinutes, recent);
    }

    /** The same with text of another size. */
    public Preferences sized(int other) {
        return new Preferences(theme, language, other, idleMinutes, recent);
    }

    /** The same with another patience. */
    public Preferences idle(int minutes) {
        return new Preferences(theme, language, percent, minutes, recent);
    }

    /** The same after this workspace was opened. */
    public Preferences opened(Path workspace) {
        List<Path> paths = new ArrayList<>(recent);
        paths.remove(workspace);
        paths.addFirst(workspace);
        return new Preferences(
                theme, language, percent, idleMinutes, paths.subList(0, Math.min(paths.size(), MOST_RECENT)));
    }

    /** The same without this workspace. */
    public Preferences forgotten(Path workspace) {
        return new Preferences(
                theme,
                language,
                percent,
                idleMinutes,
                recent.stream().filter(path -> !path.equals(workspace)).toList());
    }
}

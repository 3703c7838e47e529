package cairn.app.settings;

import cairn.app.fx.prefs.Preferences;

/** Knows what a person likes, and makes the window so at once. */
public interface Likes {
    /** What is liked now. */
    Preferences now();

    /** From now on this; kept as well. */
    void like(Preferences wanted);

    /** Locks the window now. */
    void lock();
}

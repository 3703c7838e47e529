package cairn.app.fx.theme;

/** How the desktop is coloured. */
public enum Theme {
    /** As the computer's own setting says. */
    SYSTEM,
    LIGHT,
    DARK,
    /** Black on white with strong edges. */
    CONTRAST
}

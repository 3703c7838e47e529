package cairn.app.shell;

import cairn.app.fx.theme.Tone;

/** How it stands with the workspace's tokens, as the status bar shows it. */
public enum TokenLight {
    /** The workspace has none. */
    NONE(Tone.PLAIN),
    /** Nobody is logged in: nothing can be signed. */
    LOGGED_OUT(Tone.PLAIN),
    /** A token is logged in to: keys can be used until it is locked. */
    LOGGED_IN(Tone.GOOD),
    /** The last call to a token failed. */
    FAILED(Tone.BAD);

    private final Tone tone;

    TokenLight(Tone tone) {
        this.tone = tone;
    }

    /** Its colour and shape. */
    public Tone tone() {
        return tone;
    }
}

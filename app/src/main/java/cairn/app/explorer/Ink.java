package cairn.app.explorer;

import cairn.app.fx.theme.Tone;

/** A colour by what it is for; the style sheet has a class {@code ink-GOOD} and so on for each. */
enum Ink {
    GROUND,
    CARD,
    LINE,
    TEXT,
    QUIET,
    ACCENT,
    GOOD,
    WARNING,
    BAD,
    WAITING,
    PLAIN;

    static Ink of(Tone tone) {
        return switch (tone) {
            case GOOD -> GOOD;
            case WARNING -> WARNING;
            case BAD -> BAD;
            case WAITING -> WAITING;
            case PLAIN -> PLAIN;
        };
    }
}

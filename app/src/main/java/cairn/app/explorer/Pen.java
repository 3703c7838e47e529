package cairn.app.explorer;

import cairn.app.fx.theme.Tone;

/** What the picture is drawn with: on the screen, or into a file. Colours are names of {@link Ink}. */
interface Pen {
    /** A rectangle with round corners; {@code line} wide edges, 0 for none. */
    void box(Layout.Box box, double radius, Ink fill, Ink edge, double line);

    /** A line that leaves downwards and arrives downwards. */
    void link(double fromX, double fromY, double toX, double toY, Ink ink, double line);

    /** One line of text, cut with an ellipsis where it would be wider. */
    void text(String text, double x, double y, double width, double size, boolean strong, Ink ink);

    /** The shape of a tone, so that colour is never alone. */
    void shape(Tone tone, double x, double y, double size, Ink ink);
}

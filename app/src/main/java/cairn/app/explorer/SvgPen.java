package cairn.app.explorer;

import cairn.app.fx.theme.Tone;
import java.util.Locale;
import java.util.function.Function;

/** Draws into an SVG 1.1 document that stands alone: no fonts, scripts or references. */
final class SvgPen implements Pen {
    private static final double MARGIN = 24;
    /** A letter is about so wide, as a share of its size. */
    private static final double LETTER = 0.56;

    private final StringBuilder body = new StringBuilder();
    private final Layout layout;
    private final Function<Ink, String> colours;

    /**
     * @param colours of the form {@code #rrggbb}
     */
    SvgPen(Layout layout, Function<Ink, String> colours) {
        this.layout = layout;
        this.colours = colours;
    }

    /** The document. */
    String document(String title) {
        double width = layout.width() + 2 * MARGIN;
        double height = layout.height() + 2 * MARGIN;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"%.0f %.0f %.0f"
                                + " %.0f\" font-family=\"Inter, Helvetica, Arial, sans-serif\">%n",
                        width, height, -MARGIN, -MARGIN, width, height)
                + "<title>" + escaped(title) + "</title>\n"
                + format(
                        "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"%s\"/>%n",
                        -MARGIN, -MARGIN, width, height, colours.apply(Ink.GROUND))
                + body
                + "</svg>\n";
    }

    @Override
    public void box(Layout.Box box, double radius, Ink fill, Ink edge, double line) {
        body.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\"%s/>%n",
                box.x(), box.y(), box.width(), box.height(), radius, colours.apply(fill), stroke(edge, line)));
    }

    private String stroke(Ink ink, double line) {
        return line == 0 ? "" : format(" stroke=\"%s\" stroke-width=\"%.1f\"", colours.apply(ink), line);
    }

    @Override
    public void link(double fromX, double fromY, double toX, double toY, Ink ink, double line) {
        double middle = (fromY + toY) / 2;
        body.append(format(
                "<path d=\"M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\"%s/>%n",
                fromX, fromY, fromX, middle, toX, middle, toX, toY, stroke(ink, line)));
    }

    @Override
    public void text(String text, double x, double y, double width, double size, boolean strong, Ink ink) {
        int fits = (int) (width / (size * LETTER));
        String shown = text.codePointCount(0, text.length()) <= fits
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, fits - 1))) + "…";
        body.append(format(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\"%s fill=\"%s\">%s<title>%s</title></text>%n",
                x, y, size, strong ? " font-weight=\"600\"" : "", colours.apply(ink), escaped(shown), escaped(text)));
    }

    @Override
    public void shape(Tone tone, double x, double y, double size, Ink ink) {
        String fill = colours.apply(ink);
        double half = size / 2;
        body.append(
                switch (tone) {
                    case GOOD ->
                        format(
                                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n",
                                x + half, y + half, half, fill);
                    case PLAIN -> bar(x, y, size, size, fill);
                    case WAITING ->
                        bar(x, y, size * 0.38, size, fill) + bar(x + size * 0.62, y, size * 0.38, size, fill);
                    case WARNING ->
                        format(
                                "<path d=\"M%.1f %.1f l%.1f %.1f h%.1f z\" fill=\"%s\"/>%n",
                                x + half, y, half, size, -size, fill);
                    case BAD ->
                        format(
                                "<path d=\"M%.1f %.1f l%.1f %.1f l%.1f %.1f l%.1f %.1f z\" fill=\"%s\"/>%n",
                                x + half, y, half, half, -half, half, -half, -half, fill);
                });
    }

    private static String bar(double x, double y, double width, double height, String fill) {
        return format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x, y, width, height, fill);
    }

    private static String format(String form, Object... arguments) {
        return String.format(Locale.ROOT, form.replace("%n", "\n"), arguments);
    }

    /** Names come from certificates: nothing of them may become markup, or a character that XML has not. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean control = Character.isISOControl(character)
                            || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                            || character == 0xFFFE
                            || character == 0xFFFF;
                    safe.appendCodePoint(control ? '\uFFFD' : character);
                }
            }
        });
        return safe.toString();
    }
}

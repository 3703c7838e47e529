package cairn.app.explorer;

import cairn.app.fx.theme.Tone;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Draws on a canvas, seen through a camera; what is outside of the view is left out. */
final class CanvasPen implements Pen {
    /** Smaller text is a grey smear that costs as much as a letter. */
    private static final double LEAST_TEXT = 6;

    private static final String ELLIPSIS = "…";

    private final GraphicsContext canvas;
    private final Camera camera;
    private final Map<Ink, Paint> paints;
    private final Text measure = new Text();

    CanvasPen(GraphicsContext canvas, Camera camera, Map<Ink, Paint> paints) {
        this.canvas = canvas;
        this.camera = camera;
        this.paints = paints;
        canvas.setTextBaseline(VPos.BASELINE);
    }

    /** Covers the whole canvas. */
    void clear() {
        canvas.setFill(paint(Ink.GROUND));
        canvas.fillRect(0, 0, width(), height());
    }

    private double width() {
        return canvas.getCanvas().getWidth();
    }

    private double height() {
        return canvas.getCanvas().getHeight();
    }

    private double x(double x) {
        return camera.offsetX() + camera.scale() * x;
    }

    private double y(double y) {
        return camera.offsetY() + camera.scale() * y;
    }

    private Paint paint(Ink ink) {
        return paints.getOrDefault(ink, Color.GRAY);
    }

    @Override
    public void box(Layout.Box box, double radius, Ink fill, Ink edge, double line) {
        double left = x(box.x());
        double top = y(box.y());
        double across = camera.scale() * box.width();
        double down = camera.scale() * box.height();
        if (left > width() || top > height() || left + across < 0 || top + down < 0) {
            return;
        }
        double arc = 2 * radius * camera.scale();
        canvas.setFill(paint(fill));
        canvas.fillRoundRect(left, top, across, down, arc, arc);
        if (line > 0) {
            canvas.setStroke(paint(edge));
            canvas.setLineWidth(line);
            canvas.strokeRoundRect(left, top, across, down, arc, arc);
        }
    }

    @Override
    public void link(double fromX, double fromY, double toX, double toY, Ink ink, double line) {
        double middle = y((fromY + toY) / 2);
        canvas.setStroke(paint(ink));
        canvas.setLineWidth(line);
        canvas.beginPath();
        canvas.moveTo(x(fromX), y(fromY));
        canvas.bezierCurveTo(x(fromX), middle, x(toX), middle, x(toX), y(toY));
        canvas.stroke();
    }

    @Override
    public void text(String text, double x, double y, double width, double size, boolean strong, Ink ink) {
        double shown = size * camera.scale();
        double left = x(x);
        double base = y(y);
        if (shown < LEAST_TEXT || base < 0 || base > height() + shown || left > width()) {
            return;
        }
        Font font = Font.font(strong ? "Inter Semi Bold" : "Inter", shown);
        canvas.setFont(font);
        canvas.setFill(paint(ink));
        // Whole pixels, and cut here: the canvas itself would squeeze the letters, which costs a hundred times as much.
        canvas.fillText(cut(text, font, width * camera.scale()), Math.rint(left), Math.rint(base));
    }

    private String cut(String text, Font font, double width) {
        measure.setFont(font);
        if (wide(text) <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (wide(text.substring(0, middle) + ELLIPSIS) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return text.substring(0, fits) + ELLIPSIS;
    }

    private double wide(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    @Override
    public void shape(Tone tone, double x, double y, double size, Ink ink) {
        double across = size * camera.scale();
        double left = x(x);
        double top = y(y);
        if (across < LEAST_TEXT || left > width() || top > height() || left + across < 0 || top + across < 0) {
            return;
        }
        canvas.setFill(paint(ink));
        switch (tone) {
            case GOOD -> canvas.fillOval(left, top, across, across);
            case PLAIN -> canvas.fillRect(left, top, across, across);
            case WAITING -> {
                canvas.fillRect(left, top, across * 0.38, across);
                canvas.fillRect(left + across * 0.62, top, across * 0.38, across);
            }
            case WARNING ->
                canvas.fillPolygon(
                        new double[] {left + across / 2, left + across, left},
                        new double[] {top, top + across, top + across},
                        3);
            case BAD ->
                canvas.fillPolygon(
                        new double[] {left + across / 2, left + across, left + across / 2, left},
                        new double[] {top, top + across / 2, top + across, top + across / 2},
                        4);
        }
    }
}

package cairn.app.explorer;

/**
 * How the picture is looked at: a point of the picture is drawn at {@code scale * point + offset}.
 *
 * @param scale pixels for a unit of the picture
 */
record Camera(double scale, double offsetX, double offsetY) {
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 4;
    private static final double MARGIN = 40;

    /** Shows all of a picture in the middle of a view, never larger than it is. */
    static Camera fitting(Layout layout, double width, double height) {
        double scale = Math.min(
                1,
                Math.min(
                        (width - 2 * MARGIN) / Math.max(1, layout.width()),
                        (height - 2 * MARGIN) / Math.max(1, layout.height())));
        double used = Math.clamp(scale, SMALLEST, LARGEST);
        double y = Math.max(MARGIN, (height - used * layout.height()) / 2);
        return new Camera(used, (width - used * layout.width()) / 2, Math.min(y, 2 * MARGIN));
    }

    /** The same with a box in the middle. */
    Camera centred(Layout.Box box, double width, double height) {
        return new Camera(scale, width / 2 - scale * box.middle(), height / 2 - scale * (box.y() + box.height() / 2));
    }

    /** Moved by pixels. */
    Camera moved(double dx, double dy) {
        return new Camera(scale, offsetX + dx, offsetY + dy);
    }

    /** Larger or smaller by a factor, with the point of the view that is at x, y staying where it is. */
    Camera zoomed(double factor, double x, double y) {
        double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
        return new Camera(next, x - (x - offsetX) * next / scale, y - (y - offsetY) * next / scale);
    }

    /** The point of the picture at a pixel. */
    double pictureX(double x) {
        return (x - offsetX) / scale;
    }

    /** The point of the picture at a pixel. */
    double pictureY(double y) {
        return (y - offsetY) / scale;
    }
}

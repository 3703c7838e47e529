package cairn.app.explorer;

import cairn.app.fx.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/** The picture on the screen: drawn on a canvas, moved and zoomed by mouse and keys. */
final class GraphPane extends Pane {
    private static final double STEP = 1.2;
    private static final double WHEEL = 400;

    private final Canvas canvas = new Canvas();
    private final Painter painter;
    private final Map<Ink, Rectangle> swatches = new EnumMap<>(Ink.class);
    private final ExplorerModel model;
    private Camera camera = new Camera(1, 0, 0);
    private boolean touched;
    private double grabX;
    private double grabY;

    GraphPane(ExplorerModel model, Texts texts) {
        this.model = model;
        this.painter = new Painter(texts);
        setId("graph");
        getStyleClass().add("graph");
        setFocusTraversable(true);
        setAccessibleText(texts.get("graph"));
        setAccessibleHelp(texts.get("graph.help"));
        for (Ink ink : Ink.values()) {
            Rectangle swatch = new Rectangle();
            swatch.getStyleClass().add("ink-" + ink.name());
            swatch.setVisible(false);
            swatch.setManaged(false);
            swatch.fillProperty().subscribe(this::draw);
            swatches.put(ink, swatch);
        }
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        canvas.setManaged(false);
        getChildren().add(canvas);
        getChildren().addAll(swatches.values());
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
        listen();
    }

    private void listen() {
        setOnMousePressed(event -> {
            requestFocus();
            grabX = event.getX();
            grabY = event.getY();
        });
        setOnMouseDragged(event -> {
            look(camera.moved(event.getX() - grabX, event.getY() - grabY));
            grabX = event.getX();
            grabY = event.getY();
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                Optional<String> hit = hit(event.getX(), event.getY());
                model.chosen().set(hit);
                if (event.getClickCount() == 2 && hit.isPresent()) {
                    model.open();
                }
            }
        });
        setOnScroll(event -> look(camera.zoomed(Math.pow(2, event.getDeltaY() / WHEEL), event.getX(), event.getY())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(this::draw);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Map<KeyCode, Runnable> keys = Map.of(
                KeyCode.UP, () -> model.step(ExplorerModel.Step.UP),
                KeyCode.DOWN, () -> model.step(ExplorerModel.Step.DOWN),
                KeyCode.LEFT, () -> model.step(ExplorerModel.Step.LEFT),
                KeyCode.RIGHT, () -> model.step(ExplorerModel.Step.RIGHT),
                KeyCode.ENTER, model::open,
                KeyCode.PLUS, () -> zoom(STEP),
                KeyCode.ADD, () -> zoom(STEP),
                KeyCode.MINUS, () -> zoom(1 / STEP),
                KeyCode.SUBTRACT, () -> zoom(1 / STEP),
                KeyCode.DIGIT0, this::fit);
        Runnable action = keys.get(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    /** The node at a point of this pane. */
    Optional<String> hit(double x, double y) {
        return model.scene().get().flatMap(scene -> scene.layout().at(camera.pictureX(x), camera.pictureY(y)));
    }

    /** Larger or smaller around the middle. */
    void zoom(double factor) {
        look(camera.zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** All of it. */
    void fit() {
        model.scene().get().ifPresent(scene -> {
            camera = Camera.fitting(scene.layout(), getWidth(), getHeight());
            touched = false;
            draw();
        });
    }

    /** Another graph: as long as nobody moved the picture, all of it is shown. */
    void changed() {
        if (touched) {
            draw();
        } else {
            fit();
        }
    }

    /** Brings the chosen node into view if it is outside. */
    void reveal() {
        withChosen(box -> {
            double x = camera.offsetX() + camera.scale() * box.middle();
            double y = camera.offsetY() + camera.scale() * (box.y() + box.height() / 2);
            if (x < 0 || y < 0 || x > getWidth() || y > getHeight()) {
                camera = camera.centred(box, getWidth(), getHeight());
            }
        });
        draw();
    }

    private void withChosen(Consumer<Layout.Box> action) {
        model.scene()
                .get()
                .ifPresent(scene ->
                        model.chosen().get().map(scene.layout().boxes()::get).ifPresent(action));
    }

    private void resized() {
        if (getWidth() > 0 && getHeight() > 0) {
            changed();
        }
    }

    private void look(Camera next) {
        camera = next;
        touched = true;
        draw();
    }

    private void draw() {
        Map<Ink, Paint> paints = new EnumMap<>(Ink.class);
        swatches.forEach((ink, swatch) -> paints.put(ink, swatch.getFill()));
        CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D(), camera, paints);
        pen.clear();
        model.scene()
                .get()
                .ifPresent(scene -> painter.paint(
                        scene.graph(), scene.layout(), model.chosen().get(), pen));
    }

    /** The colour of an ink as the theme has it now, in the form of SVG. */
    String colour(Ink ink) {
        Rectangle swatch = swatches.get(ink);
        return swatch != null && swatch.getFill() instanceof Color color
                ? String.format(
                        "#%02x%02x%02x",
                        Math.round(255 * color.getRed()),
                        Math.round(255 * color.getGreen()),
                        Math.round(255 * color.getBlue()))
                : "#808080";
    }
}

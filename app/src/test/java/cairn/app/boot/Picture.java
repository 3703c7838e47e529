package cairn.app.boot;

import cairn.app.fx.image.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;

/** Keeps what a window shows, to be looked at. */
final class Picture {
    private Picture() {}

    static void write(WritableImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Png.encode(image));
    }
}

package cairn.hsm.pin;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A PIN from a descriptor that whoever started this program has opened, such as {@code cairn --pin-fd 3 3<file}. A pipe
 * gives it once; a second request then fails, because the PIN is not kept.
 */
public final class PinDescriptor implements PinSource {
    private final int descriptor;

    /** @param descriptor its number; 0 is the standard input */
    public PinDescriptor(int descriptor) {
        if (descriptor < 0 || descriptor == 1 || descriptor == 2) {
            throw new IllegalArgumentException("a PIN cannot be read from descriptor " + descriptor);
        }
        this.descriptor = descriptor;
    }

    @Override
    public Pin request(TokenSelector token, Role role) throws TokenException {
        Path path = Path.of("/dev/fd/" + descriptor);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return PinReader.read(channel, "descriptor " + descriptor);
        } catch (IOException e) {
            throw new TokenException(
                    Failure.LOGIN_REQUIRED,
                    "",
                    0,
                    "the PIN cannot be read from descriptor " + descriptor + ": " + e.getMessage(),
                    e);
        }
    }
}

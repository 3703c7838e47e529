package cairn.hsm.pin;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A PIN in a file that only its owner can read. Symbolic links are followed only where nobody else could have laid or
 * can turn them. The file is read anew at every request.
 */
public final class PinFile implements PinSource {
    private final Path file;
    private final FileTrust trust;

    public PinFile(Path file) {
        this(file, FileTrust.OWNER_ONLY);
    }

    PinFile(Path file, FileTrust trust) {
        this.file = file;
        this.trust = trust;
    }

    @Override
    public Pin request(TokenSelector token, Role role) throws TokenException {
        try {
            Path real = trust.resolve(file);
            Object before = trust.check(real);
            try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                // Java cannot ask an open file for its owner: the same file before and after was also the one between.
                if (!before.equals(trust.check(real))) {
                    throw new TokenException(Failure.LOGIN_REQUIRED, file + " was exchanged while it was read");
                }
                return PinReader.read(channel, file.toString());
            }
        } catch (IOException e) {
            throw new TokenException(
                    Failure.LOGIN_REQUIRED, "", 0, "the PIN file " + file + " cannot be read: " + reason(e), e);
        }
    }

    /** Many of these say nothing but the path. */
    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "this user may not open " + denied.getFile();
            default -> String.valueOf(e.getMessage());
        };
    }
}

package cairn.hsm.cryptoki;

import org.jspecify.annotations.Nullable;

/** A file is not a PKCS#11 library that can be used here; the message continues a sentence that names the file. */
public final class LibraryLoadException extends Exception {
    LibraryLoadException(String message) {
        this(message, null);
    }

    LibraryLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

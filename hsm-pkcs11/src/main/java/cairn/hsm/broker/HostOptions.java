package cairn.hsm.broker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a broker is kept.
 *
 * @param runtimeDirectory where its private folder with the socket is made; a short path, such as {@code /run/user/1000}
 * @param startTimeout how long it may take until the library is loaded
 * @param callTimeout how long one question about the library, its slots and tokens may take, apart from typing a PIN
 */
public record HostOptions(Path runtimeDirectory, Duration startTimeout, Duration callTimeout) {
    /** 60 seconds for either. */
    public static HostOptions in(Path runtimeDirectory) {
        return new HostOptions(runtimeDirectory, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}

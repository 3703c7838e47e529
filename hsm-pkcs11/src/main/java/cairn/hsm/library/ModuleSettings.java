package cairn.hsm.library;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * What a module is handed when it is opened.
 *
 * @param reserved pReserved of C_Initialize, which NSS needs ({@code configdir='sql:…'}); empty for NULL
 * @param osLocking whether to say CKF_OS_LOCKING_OK; false only for libraries that refuse it
 * @param threads makes the platform threads that own the sessions; native code wants stacks of 2 MiB or more
 * @param random for new key identifiers
 * @param time for the pauses between attempts to recover
 */
public record ModuleSettings(
        Optional<String> reserved, boolean osLocking, ThreadFactory threads, SecureRandom random, InstantSource time) {
    /** Without pReserved, with locking by the operating system. */
    public static ModuleSettings of(ThreadFactory threads, SecureRandom random, InstantSource time) {
        return new ModuleSettings(Optional.empty(), true, threads, random, time);
    }
}

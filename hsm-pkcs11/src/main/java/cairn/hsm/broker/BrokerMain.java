package cairn.hsm.broker;

import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenModule;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Where a broker's process begins: loads one PKCS#11 library and serves it. */
@ArchitectureException(
        rule = "time, randomness and threads are handed in",
        reason = "it is the composition root of the broker's process")
public final class BrokerMain {
    private static final long NATIVE_STACK = 4L << 20;
    private static final String WITHOUT_LOCKING = "--without-os-locking";
    private static final String RESERVED = "--reserved=";

    private BrokerMain() {}

    /** @param arguments as {@link #arguments} makes them */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            BrokerServer.serve(System.in, List.of(arguments), BrokerMain::load, threads());
        } catch (IOException e) {
            System.out.println("the broker cannot serve: " + e.getMessage());
            status = 1;
        } finally {
            // Not exit: a library that hangs in its exit handlers would keep the process.
            Runtime.getRuntime().halt(status);
        }
    }

    /**
     * The arguments that load a library.
     *
     * @param reserved pReserved of C_Initialize; visible to every user of the machine, as arguments are
     * @param osLocking whether to say CKF_OS_LOCKING_OK
     */
    public static List<String> arguments(Path library, Optional<String> reserved, boolean osLocking) {
        List<String> arguments = new ArrayList<>();
        arguments.add(library.toString());
        reserved.ifPresent(text -> arguments.add(RESERVED + text));
        if (!osLocking) {
            arguments.add(WITHOUT_LOCKING);
        }
        return arguments;
    }

    private static TokenModule load(List<String> arguments) throws TokenException {
        Optional<String> reserved = arguments.stream()
                .filter(argument -> argument.startsWith(RESERVED))
                .map(argument -> argument.substring(RESERVED.length()))
                .findFirst();
        ModuleSettings settings = new ModuleSettings(
                reserved, !arguments.contains(WITHOUT_LOCKING), threads(), new SecureRandom(), InstantSource.system());
        return CryptokiModule.open(new FunctionListSource.LibraryFile(Path.of(arguments.getFirst())), settings);
    }

    private static ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(null, work, "session", NATIVE_STACK);
            thread.setDaemon(true);
            return thread;
        };
    }
}

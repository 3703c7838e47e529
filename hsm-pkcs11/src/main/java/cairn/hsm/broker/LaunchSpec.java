package cairn.hsm.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a broker's process is started.
 *
 * @param java the executable
 * @param mainClass {@link BrokerMain}, or another whose {@code main} calls {@link BrokerServer#serve}
 * @param arguments for the main class, such as {@link BrokerMain#arguments}; nothing secret, because everybody sees them
 * @param environment added to the program's own
 */
public record LaunchSpec(
        Path java,
        String classPath,
        String mainClass,
        List<String> jvmOptions,
        List<String> arguments,
        Map<String, String> environment) {
    /**
     * Native stacks of vendor libraries need room; a small heap of the simple kind is enough. A crash leaves neither a
     * core file nor a report, since both would hold what was in memory.
     */
    public static final List<String> USUAL_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Xss2m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData");

    /** Takes copies. */
    public LaunchSpec {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A broker for a PKCS#11 library, with the usual options. */
    public static LaunchSpec ofLibrary(
            Path java, String classPath, List<String> arguments, Map<String, String> environment) {
        return new LaunchSpec(java, classPath, BrokerMain.class.getName(), USUAL_OPTIONS, arguments, environment);
    }
}

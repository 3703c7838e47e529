package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No class can reach another host. Unix domain sockets are for the packages that are named. */
public final class NetworkUse implements HouseRule {
    private static final List<String> PACKAGES =
            List.of("java.net.http", "javax.net", "java.rmi", "javax.naming", "com.sun.net.httpserver", "sun.net");

    private static final Set<String> CLASSES = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.MulticastSocket",
            "java.net.SocketFactory",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.JarURLConnection",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.net.NetworkInterface",
            "java.net.Authenticator",
            "java.net.ProxySelector",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel");

    private static final Set<String> UNIX_CLASSES = Set.of(
            "java.net.UnixDomainSocketAddress",
            "java.net.StandardProtocolFamily",
            "java.net.SocketAddress",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel");

    private static final Set<String> URL_CALLS = Set.of("openConnection", "openStream", "getContent");

    private final List<String> unixSockets;

    /** @param unixSockets packages that may use Unix domain sockets, with all below them */
    public NetworkUse(List<String> unixSockets) {
        this.unixSockets = List.copyOf(unixSockets);
    }

    @Override
    public String name() {
        return "no network";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .filter(javaClass -> !Exemption.covers(javaClass, name()))
                .flatMap(this::violations)
                .sorted()
                .toList();
    }

    private Stream<String> violations(JavaClass javaClass) {
        boolean unix = Packages.isAtOrBelowAny(javaClass, unixSockets);
        Stream<String> uses = javaClass.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isNetwork(dependency.getTargetClass().getBaseComponentType(), unix))
                .map(Dependency::getDescription);
        Stream<String> calls = javaClass.getAccessesFromSelf().stream()
                .filter(access -> reachesOut(access, unix))
                .map(JavaAccess::getDescription);
        return Stream.concat(uses, calls);
    }

    private static boolean isNetwork(JavaClass target, boolean unix) {
        return CLASSES.contains(target.getName())
                || Packages.isAtOrBelowAny(target, PACKAGES)
                || (!unix && UNIX_CLASSES.contains(target.getName()));
    }

    /** A URL that is opened, or, where Unix sockets are allowed, another kind of socket made from the same classes. */
    private static boolean reachesOut(JavaAccess<?> access, boolean unix) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        if (owner.equals("java.net.URL")) {
            return URL_CALLS.contains(member);
        }
        if (owner.equals("java.net.StandardProtocolFamily")) {
            return member.startsWith("INET");
        }
        boolean channel = owner.equals("java.nio.channels.SocketChannel")
                || owner.equals("java.nio.channels.ServerSocketChannel");
        // open() without a protocol family makes an Internet socket.
        return unix
                && channel
                && member.equals("open")
                && access.getTarget()
                        instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}

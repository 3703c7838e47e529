package cairn.ca.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The profiles that come with Cairn, and the JSON schema of profile files. */
public final class ReadyMadeProfiles {
    private static final List<String> NAMES = List.of(
            "root-ca",
            "issuing-ca",
            "tls-server",
            "tls-client",
            "mtls-service",
            "iot-device",
            "idevid",
            "matter-paa",
            "matter-pai",
            "matter-dac",
            "vpn-gateway",
            "vpn-client",
            "database-server",
            "ocsp-responder",
            "code-signing",
            "short-lived-service");

    private ReadyMadeProfiles() {}

    /** Their names, in the order in which they are shown. */
    public static List<String> names() {
        return NAMES;
    }

    /** One of them, read anew: keep it if it is used often. */
    public static Optional<Profile> find(String name) {
        return source(name).map(content -> {
            try {
                return ProfileReader.read(fileName(name), content);
            } catch (ProfileException e) {
                throw new IllegalStateException("a profile that comes with Cairn can be read", e);
            }
        });
    }

    /** The JSON text of one of them, to start an own profile from. */
    public static Optional<byte[]> source(String name) {
        return NAMES.contains(name) ? Optional.of(resource(fileName(name))) : Optional.empty();
    }

    /** The JSON schema (2020-12) of profile files. */
    public static byte[] schema() {
        return resource("profile.schema.json");
    }

    private static String fileName(String name) {
        return name + ".json";
    }

    private static byte[] resource(String file) {
        try (InputStream in = ReadyMadeProfiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the installation lacks its resource " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

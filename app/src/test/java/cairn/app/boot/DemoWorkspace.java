package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.x509.Pem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;

/** A workspace that the demonstration made, and further commands in it. */
final class DemoWorkspace implements AutoCloseable {
    private final CommandLineFixture cairn;
    private final Path folder;

    /**
     * A certificate that was issued for a key of the test's own.
     *
     * @param key PKCS#8 in PEM
     */
    record Identity(Path certificate, Path key, String serialNumber) {}

    private DemoWorkspace(Path folder) {
        this.folder = folder;
        this.cairn = new CommandLineFixture(folder);
    }

    /** Three devices and two services, one of each revoked, all in {@code folder}. */
    static DemoWorkspace in(Path folder) throws IOException {
        DemoWorkspace made = new DemoWorkspace(folder);
        made.secret("pin", "only for the demonstration");
        made.done(
                "demo", "-w", made.cairn.workspace(), "--out", folder.toString(), "--devices", "3", "--services", "2");
        return made;
    }

    /** A file that the demonstration or a later command wrote. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** A file that only its owner may read. */
    Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(file(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** Runs a command in the workspace and returns its exit status. */
    int run(String... arguments) {
        return cairn.run(inWorkspace(arguments));
    }

    /** Runs a command in the workspace, which must succeed; returns its output. */
    String expectDone(String... arguments) {
        done(inWorkspace(arguments));
        return cairn.out();
    }

    String out() {
        return cairn.out();
    }

    String err() {
        return cairn.err();
    }

    /** Issues a certificate for a fresh P-256 key. */
    Identity issue(String name, String profile, String... options) throws Exception {
        KeyPair pair = CommandLineFixture.key();
        Path key =
                secret(name + ".key", Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Path request = cairn.request(name, pair);
        List<String> arguments = new ArrayList<>(List.of(
                "issue",
                request.toString(),
                "--issuer",
                "demo-issuing",
                "--profile",
                profile,
                "--pin-file",
                file("pin").toString(),
                "--json"));
        arguments.addAll(List.of(options));
        String serial = new ObjectMapper()
                .readTree(expectDone(arguments.toArray(String[]::new)))
                .get("serialNumber")
                .asText();
        return new Identity(file(name + ".pem"), key, serial);
    }

    /** Revokes it, signs the next list, and returns the lists of both authorities in PEM, that of the issuing one first. */
    Path revoke(Identity identity) throws IOException {
        expectDone("revoke", identity.serialNumber(), "--issuer", "demo-issuing", "--reason", "keyCompromise");
        Path list = file("next.pem");
        expectDone("crl", "sign", "demo-issuing", "--pin-file", file("pin").toString(), "--out", list.toString());
        return Files.writeString(
                file("lists.pem"),
                Files.readString(list) + Pem.write("X509 CRL", Files.readAllBytes(file("root.crl"))));
    }

    private String[] inWorkspace(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-w", cairn.workspace()));
        return all.toArray(String[]::new);
    }

    private void done(String... arguments) {
        assertEquals(0, cairn.run(arguments), () -> String.join(" ", arguments) + "\n" + cairn.err());
    }

    @Override
    public void close() {
        cairn.close();
    }
}

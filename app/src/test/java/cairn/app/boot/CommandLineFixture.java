package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.app.cli.CairnCommand;
import cairn.app.cli.CliEnvironment;
import cairn.app.cli.Console;
import cairn.app.cli.Interruption;
import cairn.app.session.Session;
import cairn.app.session.Sessions;
import cairn.app.session.Tokens;
import cairn.ca.audit.Progress;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.RegisterRebuild;
import cairn.ca.storage.WorkspaceException;
import cairn.testkit.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs commands of the real program in this process, in one folder. As an extension of a test class it has a folder of its
 * own for each test.
 */
final class CommandLineFixture implements AfterEachCallback, AutoCloseable {
    private final Composition composition = new Composition();
    private Sessions sessions = composition;
    private final Path folder;
    private String out = "";
    private String err = "";

    /** In a new folder, deleted after the test. */
    CommandLineFixture() {
        try {
            folder = Files.createTempDirectory("cairn-command-line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In this folder. */
    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
        Folders.delete(folder);
    }

    int run(String... arguments) {
        return run(new Interruption(), arguments);
    }

    int run(Interruption interruption, String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = CairnCommand.run(
                new CliEnvironment(
                        sessions,
                        composition.clock(),
                        new Console(new PrintWriter(outText), new PrintWriter(errText), false, interruption),
                        workspace -> false),
                arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    /** Commands that look after tokens reach these from now on. */
    void reach(Tokens tokens) {
        sessions = new Reaching(composition, tokens);
    }

    private record Reaching(Composition rest, Tokens tokens) implements Sessions {
        @Override
        public Session create(Path folder, NewWorkspace workspace) throws WorkspaceException {
            return rest.create(folder, workspace);
        }

        @Override
        public void requireFree(Path folder) throws WorkspaceException {
            rest.requireFree(folder);
        }

        @Override
        public Session open(Path folder, Progress progress) throws WorkspaceException {
            return rest.open(folder, progress);
        }

        @Override
        public RegisterRebuild.Result rebuild(Path folder, Progress progress) throws WorkspaceException {
            return rest.rebuild(folder, progress);
        }
    }

    /** The same with this on standard input. */
    int runReading(String standardInput, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String workspace() {
        return folder.resolve("ws").toString();
    }

    /** Runs what must succeed, in the workspace, and returns its output. */
    String done(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-w", workspace()));
        assertEquals(0, run(all.toArray(String[]::new)), () -> String.join(" ", arguments) + "\n" + err);
        return out;
    }

    /** The same, by the token's passphrase. */
    String doneOnToken(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--pin-file", pinFile().toString()));
        return done(all.toArray(String[]::new));
    }

    /** A workspace with a software token, {@code root}, and {@code issuing} below it. */
    void makeAuthorities() throws IOException {
        done("workspace", "init");
        doneOnToken("token", "init", "soft");
        doneOnToken("authority", "create-root", "root", "--subject", "CN=Root", "--key", "ec-p256");
        doneOnToken(
                "authority",
                "create-intermediate",
                "issuing",
                "--subject",
                "CN=Issuing",
                "--key",
                "ec-p256",
                "--parent",
                "root");
    }

    Path pinFile() throws IOException {
        return secret("pin", "a passphrase");
    }

    /** A file that only its owner may read. */
    Path secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.writeString(file, text + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    /** A fresh P-256 key. */
    static KeyPair key() throws GeneralSecurityException {
        return key("EC", 256);
    }

    static KeyPair key(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    /** A request for a fresh P-256 key. */
    Path request(String commonName) throws GeneralSecurityException, IOException, OperatorCreationException {
        return request(commonName, key());
    }

    /** A request for this key. */
    Path request(String commonName, KeyPair pair) throws IOException, OperatorCreationException {
        String algorithm = "SHA256with" + (pair.getPublic().getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
        Path file = folder.resolve(commonName + ".csr");
        Files.write(
                file,
                new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + commonName), pair.getPublic())
                        .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))
                        .getEncoded());
        return file;
    }

    @Override
    public void close() {
        composition.close();
    }
}

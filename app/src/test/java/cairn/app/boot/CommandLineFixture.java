package cairn.app.boot;

import cairn.app.cli.CairnCommand;
import cairn.app.cli.CliEnvironment;
import cairn.app.cli.Interruption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Runs commands of the real program in this process, in one folder. */
final class CommandLineFixture implements AutoCloseable {
    private final Composition composition = new Composition();
    private final Path folder;
    private String out = "";
    private String err = "";

    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    int run(String... arguments) {
        return run(new Interruption(), arguments);
    }

    int run(Interruption interruption, String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = CairnCommand.run(
                new CliEnvironment(
                        composition,
                        composition.clock(),
                        new PrintWriter(outText),
                        new PrintWriter(errText),
                        interruption),
                arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
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

    Path pinFile() throws IOException {
        Path file = folder.resolve("pin");
        if (!Files.exists(file)) {
            Files.writeString(file, "a passphrase\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    Path request(String commonName) throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Path file = folder.resolve(commonName + ".csr");
        Files.write(
                file,
                new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + commonName), pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                        .getEncoded());
        return file;
    }

    @Override
    public void close() {
        composition.close();
    }
}

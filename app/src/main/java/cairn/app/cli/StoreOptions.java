package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.InputFile;
import cairn.ca.publication.KeyStoreFiles;
import cairn.ca.publication.PrivateKeyText;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes into a store that is exported, and under which password. */
final class StoreOptions implements Export.Store {
    private static final String KEY = "key";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The password of the store; only its owner may read the file.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The private key of the certificate (PKCS#8 or OpenSSL's PEM), to be put into the store.")
    private @Nullable Path key;

    @Option(names = "--key-password-file", paramLabel = "FILE", description = "The password of an encrypted --key.")
    private @Nullable Path keyPasswordFile;

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description = "The name of the key in the store. Default: " + KEY + ".")
    private @Nullable String alias;

    @Override
    public boolean haveKey() {
        return key != null;
    }

    /** An option without effect is a misunderstanding that would be noticed too late. */
    void requireThatTheyCount(ExportForm form) throws Problem {
        boolean store = form.content() == ExportForm.Content.STORE;
        if (key != null && !store) {
            throw new Problem(
                    "E-3",
                    ExitCode.USAGE,
                    "A private key goes into a store only.",
                    "--key with --form " + form,
                    "Use --form p12, jks or bcfks.");
        }
        if (passwordFile != null && !store) {
            throw idle("--password-file", form, "it protects a store (--form p12, p12_legacy, jks or bcfks)");
        }
        if (key == null && keyPasswordFile != null) {
            throw idle("--key-password-file", form, "it opens the file of --key");
        }
        if (key == null && alias != null) {
            throw idle("--alias", form, "it names the key of --key");
        }
    }

    /** The refusal of an option that would have no effect. */
    static Problem idle(String option, ExportForm form, String purpose) {
        return new Problem(
                "E-5",
                ExitCode.USAGE,
                "This option would have no effect: " + purpose + ".",
                option + " with --form " + form,
                "Leave it out, or give what belongs to it.");
    }

    /** Writes a trust store of the chain, or a key store of the private key with it. */
    @Override
    public Fingerprint write(FileTarget target, KeyStoreFiles.Format format, List<Certificate> chain) throws Exception {
        Optional<PrivateKey> secret = privateKey(chain.getFirst());
        char[] password = password(passwordFile, "A store needs a password.", "--password-file");
        try {
            if (secret.isPresent()) {
                KeyStoreFiles.KeyEntry entry =
                        new KeyStoreFiles.KeyEntry(alias == null ? KEY : alias, secret.get(), chain);
                return target.writeForOwner(
                        KeyStoreFiles.keyStore(format, entry, password),
                        KeyStoreFiles.holdsKey(format, entry, password));
            }
            return Export.trustStore(password).write(target, format, chain);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Optional<PrivateKey> privateKey(Certificate certificate) throws Exception {
        if (key == null) {
            return Optional.empty();
        }
        byte[] content = InputFile.read(key);
        Optional<char[]> password = keyPasswordFile == null
                ? Optional.empty()
                : Optional.of(password(keyPasswordFile, "The key needs a password.", "--key-password-file"));
        try {
            PrivateKey secret = PrivateKeyText.read(content, password);
            PrivateKeyText.requireKeyOf(certificate, secret);
            return Optional.of(secret);
        } catch (PublicationException e) {
            throw Problem.badInput(
                    "E-4",
                    "The private key cannot be used: " + e.getMessage() + ".",
                    key.toString(),
                    "Name the key that the certificate's request was made with; --serial names the certificate.");
        } finally {
            Arrays.fill(content, (byte) 0);
            password.ifPresent(characters -> Arrays.fill(characters, '\0'));
        }
    }

    private static char[] password(@Nullable Path file, String what, String option) throws IOException, Problem {
        if (file == null) {
            throw Problem.badInput("E-2", what, option, "Name a file that only you may read.");
        }
        return PasswordFile.read(file, option);
    }
}

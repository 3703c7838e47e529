package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.InputFile;
import cairn.app.session.OutputFile;
import cairn.app.session.Session;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.KeyStoreFiles;
import cairn.ca.publication.PrivateKeyText;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.SerialNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn export}: certificates, chains and trust stores as files. */
@Command(
        name = "export",
        description = "Write an authority's chain, or one certificate with its chain, to a file or key store.")
final class ExportCommand extends Action {
    private static final String KEY = "key";

    /** The forms of file. */
    enum Form {
        pem(false),
        der(false),
        chain(false),
        p7b(false),
        p12(true),
        p12_legacy(true),
        jks(true),
        bcfks(true);

        private final boolean store;

        Form(boolean store) {
            this.store = store;
        }
    }

    @Parameters(paramLabel = "AUTHORITY", description = "Whose certificate or chain.")
    private String authority = "";

    @Option(names = "--serial", paramLabel = "HEX", description = "A certificate that it issued, instead of its own.")
    private @Nullable String serial;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "chain",
            description =
                    "${COMPLETION-CANDIDATES}. pem and der hold one certificate, chain those up to the root, p7b the"
                            + " same as PKCS#7 (DER). p12, jks and bcfks are trust stores, or key stores with --key."
                            + " Default: ${DEFAULT-VALUE}.")
    private Form form = Form.chain;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; never overwritten without --replace. Its folder is made if need be.")
    private Path out = Path.of("");

    @Option(names = "--replace", description = "Replace the file if it exists.")
    private boolean replace;

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

    ExportCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        OutputFile.require(out);
        requireOptionsThatCount();
        try (Session session = open()) {
            AuthorityName name = authorityName(authority);
            List<Certificate> chain = new ArrayList<>();
            String hex = serial;
            if (hex != null) {
                SerialNumber wanted = serial(hex);
                chain.add(session.register()
                        .certificates()
                        .find(name, wanted)
                        .orElseThrow(() -> Problem.badInput(
                                "E-1",
                                "This authority issued no such certificate.",
                                hex,
                                "'cairn inventory' lists them.")));
            }
            chain.addAll(session.chain(name));
            Fingerprint digest = write(chain);
            session.register()
                    .journal()
                    .append(new AuditEvent.Exported(
                            what(name, chain), out.getFileName().toString(), digest));
            // What was written is in order; that it is of no use to anybody is for a person to know.
            NoLongerValid.words(session, chain, environment().clock().instant()).forEach(this::warn);
            if (json()) {
                out().json(Map.of("file", out.toString(), "sha256", digest.hex(), "certificates", chain.size()));
            } else {
                out().line("Wrote %s", out);
            }
        }
        return ExitCode.DONE;
    }

    private Fingerprint write(List<Certificate> chain) throws Exception {
        FilePublisher.Existing existing = replace ? FilePublisher.Existing.REPLACE : FilePublisher.Existing.KEEP;
        FilePublisher publisher = new FilePublisher();
        List<Certificate> first = chain.subList(0, 1);
        return switch (form) {
            case pem -> publisher.publish(out, CertificateFiles.pem(first), existing, CertificateFiles.holdsPem(first));
            case der ->
                publisher.publish(
                        out, first.getFirst().encoded(), existing, CertificateFiles.holdsDer(first.getFirst()));
            case chain ->
                publisher.publish(out, CertificateFiles.pem(chain), existing, CertificateFiles.holdsPem(chain));
            case p7b ->
                publisher.publish(out, CertificateFiles.pkcs7(chain), existing, CertificateFiles.holdsPkcs7(chain));
            case p12 -> store(publisher, KeyStoreFiles.Format.PKCS12, chain, existing);
            case p12_legacy -> {
                warn("Triple-DES and SHA-1 are weak; use this only where nothing else can be read");
                yield store(publisher, KeyStoreFiles.Format.PKCS12_LEGACY, chain, existing);
            }
            case jks -> {
                warn("the JKS format is weak; prefer p12");
                yield store(publisher, KeyStoreFiles.Format.JKS, chain, existing);
            }
            case bcfks -> store(publisher, KeyStoreFiles.Format.BCFKS, chain, existing);
        };
    }

    private Fingerprint store(
            FilePublisher publisher,
            KeyStoreFiles.Format format,
            List<Certificate> chain,
            FilePublisher.Existing existing)
            throws Exception {
        Optional<PrivateKey> secret = privateKey(chain.getFirst());
        char[] password = password(passwordFile, "A store needs a password.", "--password-file");
        try {
            if (secret.isPresent()) {
                KeyStoreFiles.KeyEntry entry =
                        new KeyStoreFiles.KeyEntry(alias == null ? KEY : alias, secret.get(), chain);
                return publisher.publish(
                        out,
                        KeyStoreFiles.keyStore(format, entry, password),
                        existing,
                        KeyStoreFiles.holdsKey(format, entry, password));
            }
            return publisher.publish(
                    out,
                    KeyStoreFiles.trustStore(format, chain, password),
                    existing,
                    KeyStoreFiles.opens(format, chain.size(), password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** An option without effect is a misunderstanding that would be noticed too late. */
    private void requireOptionsThatCount() throws Problem {
        if (key != null && !form.store) {
            throw new Problem(
                    "E-3",
                    ExitCode.USAGE,
                    "A private key goes into a store only.",
                    "--key with --form " + form,
                    "Use --form p12, jks or bcfks.");
        }
        if (passwordFile != null && !form.store) {
            throw idle("--password-file", "it protects a store (--form p12, p12_legacy, jks or bcfks)");
        }
        if (key == null && keyPasswordFile != null) {
            throw idle("--key-password-file", "it opens the file of --key");
        }
        if (key == null && alias != null) {
            throw idle("--alias", "it names the key of --key");
        }
    }

    private Problem idle(String option, String purpose) {
        return new Problem(
                "E-5",
                ExitCode.USAGE,
                "This option would have no effect: " + purpose + ".",
                option + " with --form " + form,
                "Leave it out, or give what belongs to it.");
    }

    private void warn(String words) {
        environment().err().println("warning: " + PlainText.escape(words));
        environment().err().flush();
    }

    private String what(AuthorityName name, List<Certificate> chain) {
        String subject = serial == null
                ? name.text()
                : "certificate " + chain.getFirst().serialNumber().hex() + " of " + name;
        return form.name() + (key == null ? " of " : " with private key of ") + subject;
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

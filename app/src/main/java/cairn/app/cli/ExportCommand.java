package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.KeyStoreFiles;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import cairn.hsm.pin.PinFile;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenSelector;
import java.nio.file.Path;
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
@Command(name = "export", description = "Write an authority's chain, or one certificate with its chain, to a file.")
final class ExportCommand extends Action {
    /** The forms of file. */
    enum Form {
        pem,
        der,
        chain,
        p7b,
        p12,
        p12_legacy,
        jks,
        bcfks
    }

    @Parameters(paramLabel = "AUTHORITY", description = "Whose certificate or chain.")
    private String authority = "";

    @Option(names = "--serial", paramLabel = "HEX", description = "A certificate that it issued, instead of its own.")
    private @Nullable String serial;

    @Option(
            names = "--form",
            defaultValue = "chain",
            description = "${COMPLETION-CANDIDATES}. p12, jks and bcfks are trust stores. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.chain;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; never overwritten without --replace.")
    private Path out = Path.of("");

    @Option(names = "--replace", description = "Replace the file if it exists.")
    private boolean replace;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The password of a trust store.")
    private @Nullable Path passwordFile;

    ExportCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
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
                            form.name(), out.getFileName().toString(), digest));
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
                environment()
                        .err()
                        .println(
                                "warning: Triple-DES and SHA-1 are weak; use this only where nothing else can be read");
                yield store(publisher, KeyStoreFiles.Format.PKCS12_LEGACY, chain, existing);
            }
            case jks -> {
                environment().err().println("warning: the JKS format is weak; prefer p12");
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
        char[] password = password();
        try {
            return publisher.publish(
                    out,
                    KeyStoreFiles.trustStore(format, chain, password),
                    existing,
                    KeyStoreFiles.opens(format, chain.size(), password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private char[] password() throws Exception {
        if (passwordFile == null) {
            throw Problem.badInput(
                    "E-2", "A trust store needs a password.", "--password-file", "Name a file that only you may read.");
        }
        try (Pin pin = new PinFile(passwordFile)
                .request(new TokenSelector("trust store", Optional.empty()), PinSource.Role.USER)) {
            return pin.characters();
        }
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.SerialNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn export}: certificates, chains, stores and the newest list as files. */
@Command(
        name = "export",
        description =
                "Write an authority's chain, or one certificate with its chain, to a file or key store; or its newest CRL.")
final class ExportCommand extends Action {
    @Parameters(paramLabel = "AUTHORITY", description = "Whose certificate, chain or CRL.")
    private String authority = "";

    @Option(names = "--serial", paramLabel = "HEX", description = "A certificate that it issued, instead of its own.")
    private @Nullable String serial;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "chain",
            description =
                    "${COMPLETION-CANDIDATES}. pem and der hold one certificate, chain those up to the root, p7b the"
                            + " same as PKCS#7 (DER), p7b_pem in PEM. p12, jks and bcfks are trust stores, or key stores"
                            + " with --key. crl (DER) and crl_pem hold the newest CRL. Default: ${DEFAULT-VALUE}.")
    private ExportForm form = ExportForm.chain;

    @Mixin
    private Destination destination = new Destination();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    ExportCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        destination.require();
        stores.requireThatTheyCount(form);
        if (serial != null && form.content() == ExportForm.Content.LIST) {
            throw StoreOptions.idle("--serial", form, "it names a certificate");
        }
        try (Session session = open()) {
            AuthorityName name = authorityName(authority);
            form.warning().ifPresent(this::warn);
            if (form.content() == ExportForm.Content.LIST) {
                exportList(session, name);
            } else {
                exportCertificates(session, name);
            }
        }
        return ExitCode.DONE;
    }

    private void exportCertificates(Session session, AuthorityName name) throws Exception {
        Optional<SerialNumber> wanted = Optional.empty();
        String hex = serial;
        if (hex != null) {
            wanted = Optional.of(serial(hex));
        }
        Export export = export(session);
        Export.Written written = export.certificates(name, wanted, stores);
        written.warnings().forEach(this::warn);
        tell(written.digest(), Map.of("certificates", export.chain(name, wanted).size()));
    }

    private void exportList(Session session, AuthorityName name) throws Exception {
        Export export = export(session);
        CrlRecord record = export.newest(name);
        Export.Written written = export.list(record);
        written.warnings().forEach(this::warn);
        tell(written.digest(), Map.of("number", record.number(), "entries", record.entries()));
    }

    private Export export(Session session) {
        return new Export(
                session, form, destination.target(), environment().clock().instant());
    }

    private void tell(Fingerprint digest, Map<String, Object> more) {
        if (json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", destination.file().toString());
            json.put("sha256", digest.hex());
            json.putAll(more);
            out().json(json);
        } else {
            out().line("Wrote %s", destination.file());
        }
    }

    private void warn(String words) {
        environment().err().println("warning: " + PlainText.escape(words));
        environment().err().flush();
    }
}

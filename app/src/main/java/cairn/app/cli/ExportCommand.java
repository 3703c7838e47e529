package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlRecord;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.SerialNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        record(session, what(name, chain), digest);
        // What was written is in order; that it is of no use to anybody is for a person to know.
        NoLongerValid.words(session, chain, environment().clock().instant()).forEach(this::warn);
        tell(digest, Map.of("certificates", chain.size()));
    }

    private Fingerprint write(List<Certificate> chain) throws Exception {
        List<Certificate> first = chain.subList(0, 1);
        return switch (form) {
            case pem -> destination.write(CertificateFiles.pem(first), CertificateFiles.holdsPem(first));
            case der -> destination.write(first.getFirst().encoded(), CertificateFiles.holdsDer(first.getFirst()));
            case chain -> destination.write(CertificateFiles.pem(chain), CertificateFiles.holdsPem(chain));
            case p7b -> destination.write(CertificateFiles.pkcs7(chain), CertificateFiles.holdsPkcs7(chain));
            case p7b_pem -> destination.write(CertificateFiles.pkcs7Pem(chain), CertificateFiles.holdsPkcs7Pem(chain));
            case p12, p12_legacy, jks, bcfks ->
                stores.write(destination, form.format().orElseThrow(), chain);
            case crl, crl_pem -> throw new IllegalStateException(form + " holds no certificates");
        };
    }

    private void exportList(Session session, AuthorityName name) throws Exception {
        session.authority(name);
        CrlRecord record = session.register()
                .crls()
                .latest(name)
                .orElseThrow(() -> Problem.badInput(
                        "E-6", "This authority has signed no CRL yet.", name.text(), "'cairn crl sign' signs one."));
        CertificateList list = session.register().crls().read(record);
        Fingerprint digest = form == ExportForm.crl_pem
                ? destination.write(CertificateFiles.pem(list), CertificateFiles.holdsPem(list))
                : destination.write(list.encoded(), CertificateFiles.holdsDer(list));
        record(session, form + " " + record.number() + " of " + name, digest);
        if (record.nextUpdate().isBefore(environment().clock().instant())) {
            warn("CRL " + record.number() + " of " + name + " has been out of date since " + record.nextUpdate()
                    + "; sign the next one");
        }
        tell(digest, Map.of("number", record.number(), "entries", record.entries()));
    }

    private void record(Session session, String what, Fingerprint digest) throws Exception {
        session.register()
                .journal()
                .append(new AuditEvent.Exported(
                        what, destination.file().getFileName().toString(), digest));
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

    private String what(AuthorityName name, List<Certificate> chain) {
        String subject = serial == null
                ? name.text()
                : "certificate " + chain.getFirst().serialNumber().hex() + " of " + name;
        return form.name() + (stores.haveKey() ? " with private key of " : " of ") + subject;
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.ListContent;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.ListDifference;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.RevocationListEntry;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn crl diff}: what one list says that another does not. */
@Command(
        name = "diff",
        description = "Compare two CRLs: what came onto the second, what left it, what is on both with another reason.")
final class CrlDiffCommand extends Action {
    @Parameters(index = "0", paramLabel = "FIRST", description = "The older list: a file, or a number with --issuer.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "SECOND", description = "The newer list: a file, or a number with --issuer.")
    private String second = "";

    @Option(
            names = "--issuer",
            paramLabel = "AUTHORITY",
            description = "Whose lists the numbers name. Without it both are files, and no workspace is needed.")
    private @Nullable String issuer;

    CrlDiffCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        if (issuer == null) {
            tell(ListContent.file(Path.of(first)), ListContent.file(Path.of(second)));
            return ExitCode.DONE;
        }
        try (Session session = open()) {
            AuthorityName name = session.authority(authorityName(issuer)).name();
            tell(list(session, name, first), list(session, name, second));
        }
        return ExitCode.DONE;
    }

    private static CertificateListOutline list(Session session, AuthorityName name, String text) throws Exception {
        return text.matches("[0-9]{1,40}")
                ? ListContent.numbered(session, name, new BigInteger(text))
                : ListContent.file(Path.of(text));
    }

    private void tell(CertificateListOutline before, CertificateListOutline after) {
        ListDifference difference = ListDifference.between(before, after);
        boolean sameIssuer = before.issuer().equals(after.issuer());
        if (!sameIssuer) {
            environment()
                    .err()
                    .println("warning: "
                            + PlainText.escape(
                                    "the lists are of two issuers: " + before.issuer() + " and " + after.issuer()));
            environment().err().flush();
        }
        if (json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sameIssuer", sameIssuer);
            json.put(
                    "added",
                    difference.added().stream().map(CrlDiffCommand::json).toList());
            json.put(
                    "removed",
                    difference.removed().stream().map(CrlDiffCommand::json).toList());
            json.put(
                    "changed",
                    difference.changed().stream()
                            .map(change -> Map.of("before", json(change.before()), "after", json(change.after())))
                            .toList());
            out().json(json);
            return;
        }
        difference.added().forEach(entry -> line("added", entry, ""));
        difference.removed().forEach(entry -> line("removed", entry, ""));
        difference
                .changed()
                .forEach(change -> line(
                        "changed",
                        change.after(),
                        "  before: " + change.before().revocationDate() + "  "
                                + change.before().reasonWord()));
        out().line(
                        "%d added, %d removed, %d changed",
                        difference.added().size(),
                        difference.removed().size(),
                        difference.changed().size());
    }

    private void line(String what, RevocationListEntry entry, String more) {
        out().line("%-8s %s  %s  %s%s", what, entry.serialHex(), entry.revocationDate(), entry.reasonWord(), more);
    }

    private static Map<String, Object> json(RevocationListEntry entry) {
        return Map.of(
                "serialNumber", entry.serialHex(),
                "revocationDate", entry.revocationDate().toString(),
                "reason", entry.reasonWord());
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.CertificateFile;
import cairn.app.session.InputFile;
import cairn.app.session.ProfileShelf;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Linter;
import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import cairn.ca.x509.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cairn lint}: certificates and lists against every rule. */
@Command(
        name = "lint",
        description = "Check certificates and CRLs against the rules of RFC 5280 and of internal authorities.")
final class LintCommand extends FilesAction {
    private static final String LIST = "X509 CRL";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            completionCandidates = FixedWords.Profiles.class,
            description = "Also the rules for what this profile makes, and those of internal authorities.")
    private @Nullable String profile;

    @Option(
            names = "--issuer",
            paramLabel = "FILE",
            description = "The issuer's certificate, for the rules that need it.")
    private @Nullable Path issuer;

    private final Linter linter = RuleCatalogue.linter();
    private LintContext context = LintContext.unknown();

    LintCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    void prepare() throws Exception {
        if (profile != null) {
            context = LintContext.internal()
                    .tagged(new ProfileShelf(workspace().resolve("profiles"))
                            .get(profile)
                            .lintTags());
        }
        if (issuer != null) {
            context = context.issuedBy(CertificateFile.first(issuer));
        }
    }

    @Override
    ExitCode act(Path file) throws Exception {
        List<Finding> findings = new ArrayList<>();
        byte[] content = InputFile.read(file);
        boolean list;
        if (Pem.isPem(content)) {
            List<PemBlock> blocks = Pem.read(content);
            for (PemBlock block : blocks) {
                List<Finding> found = lint(block.label(), block.content(), file);
                findings.addAll(
                        blocks.size() == 1
                                ? found
                                : found.stream()
                                        .map(finding -> finding.within("block in line " + block.line()))
                                        .toList());
            }
            list = blocks.stream().anyMatch(block -> block.label().equals(LIST));
        } else {
            String label = kind(content);
            findings.addAll(lint(label, content, file));
            list = label.equals(LIST);
        }
        Verdict verdict = Verdict.of(findings);
        print(file, list ? "crl" : "certificate", verdict, findings);
        return exit(verdict);
    }

    private List<Finding> lint(String label, byte[] der, Path file) throws Problem {
        return switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> linter.lintCertificate(der, context);
            case LIST -> linter.lintCertificateList(der, context);
            default ->
                throw Problem.badInput(
                        "L-2",
                        "Only certificates and CRLs are linted, not " + label + ".",
                        file.toString(),
                        "'cairn inspect' takes any file.");
        };
    }

    private static String kind(byte[] der) {
        try {
            Certificate.ofDer(der);
            return "CERTIFICATE";
        } catch (MalformedException e) {
            if (looksLikeList(der)) {
                return LIST;
            }
            return startsWithNumber(der) ? "this kind of file" : "CERTIFICATE";
        }
    }

    /** As key stores and private keys do, and neither certificates nor lists. */
    private static boolean startsWithNumber(byte[] der) {
        int content = der.length < 2 || der[1] >= 0 ? 2 : 2 + (der[1] & 0x7F);
        return der.length > content && der[0] == 0x30 && der[content] == 0x02;
    }

    private static boolean looksLikeList(byte[] der) {
        try {
            CertificateList.ofDer(der);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private void print(Path file, String kind, Verdict verdict, List<Finding> findings) {
        if (json()) {
            out().json(json(file.toString(), kind, verdict, findings, "rule"));
            return;
        }
        out().line(
                        "%s: %s",
                        file,
                        switch (findings.size()) {
                            case 0 -> "nothing found";
                            case 1 -> "1 finding";
                            default -> findings.size() + " findings";
                        });
        findings.forEach(finding -> out().line(
                        "  %s %s: %s (%s) at %s",
                        finding.severity(), finding.code(), finding.words(), finding.clause(), finding.where()));
    }
}

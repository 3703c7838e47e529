package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.OutsideRequest;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.csr.CertificationRequest;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Intermediates under outside roots: {@code cairn authority request} and {@code accept}. */
final class OutsideCommands {
    private OutsideCommands() {}

    /** Signs a request for an outside root. */
    @Command(name = "request", description = "Make a key and a request for an intermediate under an outside root.")
    static final class Request extends Action {
        @Mixin
        private NewAuthority wanted = new NewAuthority();

        @Mixin
        private PinOptions pins = new PinOptions();

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the PKCS#10 request goes.")
        private Path out = Path.of("");

        Request(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                OutsideRequest order = new OutsideRequest(
                        authorityName(wanted.name),
                        wanted.newSubject(session),
                        wanted.key(),
                        wanted.token(session),
                        out);
                CertificationRequest request = order.run(session, pins.source(TokenNames.of(session.directory())));
                if (json()) {
                    out().json(Map.of(
                            "file",
                            out.toString(),
                            "sha256",
                            request.fingerprint().hex()));
                } else {
                    out().line("Wrote the request of %s to %s", wanted.name, out);
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Brings an outside certificate back. */
    @Command(name = "accept", description = "Bring back the certificate that an outside issuer made of a request.")
    static final class Accept extends Action {
        @Parameters(paramLabel = "NAME", description = "The authority whose request went out.")
        private String name = "";

        @Option(
                names = "--certificate",
                required = true,
                paramLabel = "FILE",
                description = "The certificate, PEM or DER.")
        private Path certificate = Path.of("");

        @Option(
                names = "--chain",
                required = true,
                paramLabel = "FILE",
                description = "Its issuers up to the root: PEM, or DER if it is only one.")
        private Path chain = Path.of("");

        Accept(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                AuthorityCommands.print(this, OutsideRequest.accept(session, authorityName(name), certificate, chain));
            }
            return ExitCode.DONE;
        }
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.BlastRadius;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.revocation.RevocationResult;
import cairn.ca.x509.SerialNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revoke, hold and release: decisions that need no token. */
final class RevocationCommands {
    private RevocationCommands() {}

    /** Decides the same about several certificates. */
    abstract static class Decision extends Action {
        @Parameters(
                arity = "1..*",
                paramLabel = "CERT",
                description = "Serial numbers in hexadecimal, or certificate files.")
        private List<String> certificates = List.of();

        @Option(
                names = "--issuer",
                required = true,
                paramLabel = "NAME",
                description = "The authority that issued them.")
        private String issuer = "";

        Decision(CliEnvironment environment) {
            super(environment);
        }

        /** Whether only to say what would stop working. */
        boolean dryRun() {
            return false;
        }

        abstract RevocationOrder order(AuthorityName issuer, SerialNumber serialNumber) throws Problem;

        @Override
        final ExitCode act() throws Exception {
            ExitCode worst = ExitCode.DONE;
            boolean recorded = false;
            try (Session session = open()) {
                AuthorityName name = session.authority(authorityName(issuer)).name();
                List<RevocationOrder> orders = new ArrayList<>();
                for (String certificate : certificates) {
                    orders.add(order(name, serialOrFile(certificate)));
                }
                if (dryRun()) {
                    return new BlastRadiusReport(this).tell(BlastRadius.of(session, orders));
                }
                for (RevocationResult result : session.services().revocation().decideAll(orders)) {
                    recorded |= result instanceof RevocationResult.Recorded;
                    worst = worst.graver(tell(result));
                }
            }
            if (recorded && !json()) {
                out().line("Sign the next CRL now: cairn crl sign %s", issuer);
            }
            return worst;
        }

        private ExitCode tell(RevocationResult result) {
            return switch (result) {
                case RevocationResult.Recorded recorded -> {
                    print(recorded.order(), "recorded", decided(recorded.order()));
                    yield ExitCode.DONE;
                }
                case RevocationResult.Refused refused -> {
                    print(
                            refused.order(),
                            "refused",
                            String.valueOf(refused.failure().getMessage()));
                    yield Problems.of(refused.failure()).exit();
                }
            };
        }

        private void print(RevocationOrder order, String outcome, String words) {
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("issuer", order.issuer().text());
                json.put("serialNumber", order.serialNumber().hex());
                json.put("decision", order.getClass().getSimpleName().toLowerCase(Locale.ROOT));
                json.put("outcome", outcome);
                json.put("words", words);
                out().json(json);
            } else {
                out().line("%s %s: %s", order.serialNumber().hex(), outcome, words);
            }
        }

        private static String decided(RevocationOrder order) {
            return switch (order) {
                case RevocationOrder.Revoke revoke ->
                    "revoked (" + revoke.reason().word() + ")";
                case RevocationOrder.Hold ignored -> "on hold";
                case RevocationOrder.Release ignored -> "released";
            };
        }
    }

    /** {@code cairn revoke}. */
    @Command(name = "revoke", description = "Revoke certificates for good. Needs no token; the next CRL says so.")
    static final class Revoke extends Decision {
        @Option(
                names = "--reason",
                defaultValue = "unspecified",
                paramLabel = "REASON",
                completionCandidates = FixedWords.Reasons.class,
                description = "One of ${COMPLETION-CANDIDATES} (RFC 5280 section 5.3.1); for certificateHold there is"
                        + " 'cairn hold'. Default: ${DEFAULT-VALUE}.")
        private String reason = "";

        @Option(
                names = "--invalid-since",
                paramLabel = "TIME",
                description = "2026-11-24T00:00:00Z: since when the key is believed bad.")
        private @Nullable String invalidSince;

        @Option(names = "--keep-key", description = "Do not block the key although the reason is a compromise.")
        private boolean keepKey;

        @Option(names = "--dry-run", description = "Only say what would stop working; nothing is recorded.")
        private boolean dryRun;

        Revoke(CliEnvironment environment) {
            super(environment);
        }

        @Override
        boolean dryRun() {
            return dryRun;
        }

        @Override
        RevocationOrder order(AuthorityName issuer, SerialNumber serialNumber) throws Problem {
            RevocationReason parsed = RevocationReason.ofWord(reason)
                    .filter(known -> known != RevocationReason.CERTIFICATE_HOLD)
                    .orElseThrow(() -> Problem.badInput(
                            "R-2",
                            "There is no such reason to revoke for good.",
                            "--reason " + reason,
                            "It is one of: " + String.join(", ", new FixedWords.Reasons())
                                    + "; for certificateHold there is 'cairn hold'."));
            return new RevocationOrder.Revoke(issuer, serialNumber, parsed, time(invalidSince), keepKey);
        }

        private static Optional<Instant> time(@Nullable String text) throws Problem {
            if (text == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                throw Problem.badInput("R-3", "This is not a time.", text, "Write it as 2026-11-24T00:00:00Z.");
            }
        }
    }

    /** {@code cairn hold}. */
    @Command(name = "hold", description = "Put certificates on hold; they can be released.")
    static final class Hold extends Decision {
        Hold(CliEnvironment environment) {
            super(environment);
        }

        @Override
        RevocationOrder order(AuthorityName issuer, SerialNumber serialNumber) {
            return new RevocationOrder.Hold(issuer, serialNumber);
        }
    }

    /** {@code cairn release}. */
    @Command(name = "release", description = "Release certificates from hold.")
    static final class Release extends Decision {
        Release(CliEnvironment environment) {
            super(environment);
        }

        @Override
        RevocationOrder order(AuthorityName issuer, SerialNumber serialNumber) {
            return new RevocationOrder.Release(issuer, serialNumber);
        }
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.Session;
import cairn.ca.issuance.OpenIntent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code cairn workspace info}: shows a workspace and what is open in it. */
@Command(name = "info", description = "Show the workspace, and what was interrupted and is to be settled.")
final class WorkspaceInfoCommand extends Action {
    WorkspaceInfoCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        try (Session session = open()) {
            List<OpenIntent> open = session.services().settlement().open();
            if (json()) {
                out().json(described(session, open));
            } else {
                print(session, open);
            }
            return open.isEmpty() ? ExitCode.DONE : ExitCode.UNKNOWN_OUTCOME;
        }
    }

    private static Map<String, Object> described(Session session, List<OpenIntent> open) throws Exception {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workspace", session.register().identity().id());
        json.put("station", session.register().identity().station());
        json.put("purpose", session.register().identity().purpose());
        json.put("checkpoint", session.register().checkpoint().text());
        json.put("authorities", session.register().authorities().all().size());
        Map<String, Object> counts = new LinkedHashMap<>();
        session.register().inventory().counts().forEach((issuer, each) -> {
            Map<String, Long> words = new LinkedHashMap<>();
            each.forEach((status, count) -> words.put(status.name().toLowerCase(Locale.ROOT), count));
            counts.put(issuer.text(), words);
        });
        json.put("counts", counts);
        json.put(
                "openIntents",
                open.stream().map(WorkspaceInfoCommand::described).toList());
        json.put("openCrlIntents", session.services().crls().openIntents().size());
        return json;
    }

    private void print(Session session, List<OpenIntent> open) throws Exception {
        out().line("workspace    %s", session.register().identity().id());
        out().line("station      %d", session.register().identity().station());
        out().line("purpose      %s", session.register().identity().purpose());
        out().line("checkpoint   %s", session.register().checkpoint().text());
        for (var each : session.register().inventory().counts().entrySet()) {
            String counts = each.getValue().entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            out().line("issued       %s by %s", counts, each.getKey());
        }
        int lists = session.services().crls().openIntents().size();
        if (lists > 0) {
            out().line("interrupted  %d signings of lists; the next list takes a new number", lists);
        }
        for (OpenIntent each : open) {
            out().line(
                            "interrupted  %s: certificate %s of %s (%s), since %s",
                            each.intent().id(),
                            each.intent().serialNumber().hex(),
                            each.intent().issuer(),
                            each.intent().profile(),
                            each.recordedAt());
        }
        out().line(open.isEmpty() ? "Nothing is open." : "To be settled: cairn workspace settle INTENT --why WORDS");
    }

    private static Map<String, Object> described(OpenIntent open) {
        return Map.of(
                "intent", open.intent().id().toString(),
                "issuer", open.intent().issuer().text(),
                "serialNumber", open.intent().serialNumber().hex(),
                "profile", open.intent().profile(),
                "recordedAt", open.recordedAt().toString());
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problems;
import cairn.app.session.BlastRadius;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what would stop working if certificates were revoked: one line or object for each decision. */
final class BlastRadiusReport {
    private final Action action;

    BlastRadiusReport(Action action) {
        this.action = action;
    }

    ExitCode tell(BlastRadius radius) {
        ExitCode worst = ExitCode.DONE;
        for (BlastRadius.Answer answer : radius.answers()) {
            switch (answer) {
                case BlastRadius.Falls falls -> fall(falls);
                case BlastRadius.Stays stays -> {
                    worst = worst.graver(Problems.of(stays.why()).exit());
                    stay(stays);
                }
            }
        }
        if (!action.json()) {
            action.out().line("Nothing was recorded.");
        }
        return worst;
    }

    private void stay(BlastRadius.Stays stays) {
        if (action.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("issuer", stays.order().issuer().text());
            json.put("serialNumber", stays.order().serialNumber().hex());
            json.put("wouldBeRevoked", false);
            json.put("words", stays.words());
            action.out().json(json);
        } else {
            action.out()
                    .line(
                            "%s would be refused: %s",
                            stays.order().serialNumber().hex(), stays.words());
        }
    }

    private void fall(BlastRadius.Falls falls) {
        if (action.json()) {
            Map<String, Object> json = falls.row().map(Json::of).orElseGet(LinkedHashMap::new);
            json.put("issuer", falls.order().issuer().text());
            json.put("serialNumber", falls.order().serialNumber().hex());
            json.put("wouldBeRevoked", true);
            json.put("mayNeverHaveBeenSigned", falls.row().isEmpty());
            json.put("authoritiesBelow", names(falls.below()));
            json.put("validCertificatesBelow", falls.validBelow());
            action.out().json(json);
        } else if (falls.row().isEmpty()) {
            action.out()
                    .line(
                            "%s would be listed: its signing was interrupted, and such a certificate may exist",
                            falls.order().serialNumber().hex());
        } else {
            print(falls.row().get(), falls);
        }
    }

    private static List<String> names(List<AuthorityName> authorities) {
        return authorities.stream().map(AuthorityName::text).collect(Collectors.toList());
    }

    private void print(CertificateSummary row, BlastRadius.Falls falls) {
        action.out()
                .line(
                        "%s would stop working: %s, valid until %s",
                        row.serialNumber().hex(), row.subject(), row.validity().notAfter());
        if (!row.alternativeNames().isEmpty()) {
            action.out().line("  names      %s", String.join(", ", row.alternativeNames()));
        }
        action.out().line("  profile    %s", row.profile());
        if (!row.owner().isEmpty() || !row.tags().isEmpty()) {
            action.out().line("  owner      %s %s", row.owner(), String.join(", ", row.tags()));
        }
        if (!falls.below().isEmpty()) {
            action.out()
                    .line(
                            "  with it    the authorities %s and %d valid certificates of theirs",
                            String.join(", ", names(falls.below())), falls.validBelow());
        }
    }
}

package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problems;
import cairn.app.session.Session;
import cairn.ca.authority.Authority;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stops working if certificates are revoked. Records nothing. */
final class BlastRadius {
    private final Session session;
    private final Action action;

    BlastRadius(Session session, Action action) {
        this.session = session;
        this.action = action;
    }

    /** One line or object for each order, with what the decision itself would answer. */
    ExitCode tell(List<RevocationOrder> orders) throws Exception {
        ExitCode worst = ExitCode.DONE;
        for (RevocationResult result : session.services().revocation().rehearse(orders)) {
            switch (result) {
                case RevocationResult.Recorded recorded -> fall(recorded.order());
                case RevocationResult.Refused refused -> {
                    ExitCode code = Problems.of(refused.failure()).exit();
                    worst = code.code() > worst.code() ? code : worst;
                    stay(refused.order(), String.valueOf(refused.failure().getMessage()));
                }
            }
        }
        if (!action.json()) {
            action.out().line("Nothing was recorded.");
        }
        return worst;
    }

    private void stay(RevocationOrder order, String why) {
        if (action.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("issuer", order.issuer().text());
            json.put("serialNumber", order.serialNumber().hex());
            json.put("wouldBeRevoked", false);
            json.put("words", why);
            action.out().json(json);
        } else {
            action.out().line("%s would be refused: %s", order.serialNumber().hex(), why);
        }
    }

    private void fall(RevocationOrder order) throws Exception {
        Optional<CertificateSummary> row = session.register().inventory().find(order.issuer(), order.serialNumber());
        List<String> below = session.services().authorities().standingOn(order.issuer(), order.serialNumber()).stream()
                .map(Authority::name)
                .map(name -> name.text())
                .toList();
        long valid = 0;
        var counts = session.register().inventory().counts();
        for (var each : counts.entrySet()) {
            if (below.contains(each.getKey().text())) {
                valid += each.getValue().getOrDefault(CertificateStatus.VALID, 0L);
            }
        }
        if (action.json()) {
            Map<String, Object> json = row.map(Json::of).orElseGet(LinkedHashMap::new);
            json.put("issuer", order.issuer().text());
            json.put("serialNumber", order.serialNumber().hex());
            json.put("wouldBeRevoked", true);
            json.put("mayNeverHaveBeenSigned", row.isEmpty());
            json.put("authoritiesBelow", below);
            json.put("validCertificatesBelow", valid);
            action.out().json(json);
        } else if (row.isEmpty()) {
            action.out()
                    .line(
                            "%s would be listed: its signing was interrupted, and such a certificate may exist",
                            order.serialNumber().hex());
        } else {
            print(row.get(), below, valid);
        }
    }

    private void print(CertificateSummary row, List<String> below, long valid) {
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
        if (!below.isEmpty()) {
            action.out()
                    .line(
                            "  with it    the authorities %s and %d valid certificates of theirs",
                            String.join(", ", below), valid);
        }
    }
}

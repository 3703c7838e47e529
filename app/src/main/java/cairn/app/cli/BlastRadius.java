package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stops working if certificates are revoked. Records nothing. */
final class BlastRadius {
    private final Session session;
    private final Action action;

    BlastRadius(Session session, Action action) {
        this.session = session;
        this.action = action;
    }

    /** One line or object for each order; refused if one of them could not be revoked. */
    ExitCode tell(List<RevocationOrder> orders) throws Exception {
        ExitCode worst = ExitCode.DONE;
        for (RevocationOrder order : orders) {
            CertificateSummary row = session.register()
                    .inventory()
                    .find(order.issuer(), order.serialNumber())
                    .orElseThrow(() -> Problem.badInput(
                            "E-1",
                            "This authority issued no such certificate.",
                            order.serialNumber().hex(),
                            "'cairn inventory' lists them."));
            boolean already = row.status() == CertificateStatus.REVOKED;
            worst = already ? ExitCode.REFUSED : worst;
            print(row, already, below(row));
        }
        if (!action.json()) {
            action.out().line("Nothing was recorded.");
        }
        return worst;
    }

    private void print(CertificateSummary row, boolean revokedAlready, List<AuthorityName> below) throws Exception {
        long valid = 0;
        for (AuthorityName name : below) {
            valid += session.register()
                    .inventory()
                    .counts()
                    .getOrDefault(name, Map.of())
                    .getOrDefault(CertificateStatus.VALID, 0L);
        }
        if (action.json()) {
            Map<String, Object> json = Json.of(row);
            json.put("wouldBeRevoked", !revokedAlready);
            json.put("authoritiesBelow", below.stream().map(AuthorityName::text).toList());
            json.put("validCertificatesBelow", valid);
            action.out().json(json);
            return;
        }
        action.out()
                .line(
                        "%s %s: %s, valid until %s",
                        row.serialNumber().hex(),
                        revokedAlready ? "is revoked already" : "would stop working",
                        row.subject(),
                        row.validity().notAfter());
        if (!row.alternativeNames().isEmpty()) {
            action.out().line("  names      %s", String.join(", ", row.alternativeNames()));
        }
        action.out().line("  profile    %s", row.profile());
        if (!row.owner().isEmpty() || !row.tags().isEmpty()) {
            action.out().line("  owner      %s %s", row.owner(), String.join(", ", row.tags()));
        }
        if (!below.isEmpty()) {
            action.out().line("  with it    the authorities %s and %d valid certificates of theirs", below, valid);
        }
    }

    /** The authority that has this certificate, and all that stand below it. */
    private List<AuthorityName> below(CertificateSummary row) throws LedgerException {
        List<AuthorityName> found = new ArrayList<>();
        List<Authority> all = session.register().authorities().all();
        for (Authority authority : all) {
            if (authority.parent().filter(row.issuer()::equals).isPresent()
                    && authority
                            .certificate()
                            .map(certificate -> certificate.serialNumber())
                            .filter((SerialNumber number) -> number.equals(row.serialNumber()))
                            .isPresent()) {
                found.add(authority.name());
            }
        }
        for (int i = 0; i < found.size(); i++) {
            for (Authority authority : all) {
                if (authority.parent().filter(found.get(i)::equals).isPresent() && !found.contains(authority.name())) {
                    found.add(authority.name());
                }
            }
        }
        return found;
    }
}

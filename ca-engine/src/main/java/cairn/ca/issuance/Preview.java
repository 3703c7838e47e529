package cairn.ca.issuance;

import cairn.ca.lint.LintResult;
import cairn.ca.profile.Comparison;
import cairn.ca.x509.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a request would become, before anything is reserved, recorded or signed.
 *
 * @param comparison what is asked for beside what the profile makes of it
 * @param certificate it under a throw-away signature and with a serial number that stands for the one to be reserved; empty
 *     where the profile makes none
 * @param lint what the rules say of it; nothing where there is no certificate
 * @param objections why it would not be issued beside all that: the issuer, the key, or a rule that cannot be skipped
 */
public record Preview(
        Comparison comparison,
        Optional<Certificate> certificate,
        LintResult lint,
        List<IssuanceException.Refused> objections) {
    /** Takes a copy. */
    public Preview {
        objections = List.copyOf(objections);
    }

    /** Whether it would be issued as things stand. */
    public boolean isIssuable() {
        return comparison.isAccepted() && certificate.isPresent() && !lint.blocks() && objections.isEmpty();
    }
}

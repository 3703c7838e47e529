package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenSettings;
import cairn.ca.authority.Authority;
import cairn.ca.x509.Certificate;

/** An authority in words, one fact a line. */
final class AuthorityText {
    private final Output out;

    AuthorityText(Output out) {
        this.out = out;
    }

    void print(Authority authority, TokenDirectory tokens) throws Problem {
        line("name", authority.name());
        line("state", state(authority));
        line("parent", authority.parent().map(Object::toString).orElse(aboveIt(authority)));
        if (authority.certificate().isPresent()) {
            print(authority.certificate().get());
        }
        line("signs with", authority.algorithm().word());
        String label = "label " + authority.key().tokenLabel() + ", serial number "
                + authority.key().tokenSerial();
        line(
                "token",
                tokens.find(authority.key())
                        .map(TokenSettings::name)
                        .map(name -> name + " (" + label + ")")
                        .orElse("not in the workspace's list (" + label + ")"));
        line("key id", authority.key().keyId());
    }

    private void print(Certificate certificate) {
        line("subject", certificate.subject());
        line("issuer", certificate.issuer());
        line("serial number", certificate.serialNumber().hex());
        line("valid from", certificate.validity().notBefore());
        line("valid until", certificate.validity().notAfter());
        line("key", certificate.publicKey());
        line("SHA-256", certificate.fingerprint().hex());
    }

    private static String state(Authority authority) {
        return switch (authority.state()) {
            case REQUESTED -> "requested: its certificate is to come from the outside issuer";
            case ACTIVE -> "active";
            case RETIRED -> "retired: it signs lists only";
        };
    }

    private static String aboveIt(Authority authority) {
        return authority.certificate().filter(Certificate::isSelfIssued).isPresent()
                ? "none, it is a root"
                : "outside this workspace";
    }

    private void line(String field, Object value) {
        out.line("%-14s %s", field, value);
    }
}

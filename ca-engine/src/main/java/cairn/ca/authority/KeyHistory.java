package cairn.ca.authority;

import cairn.ca.audit.AuditEvent;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Optional;

/** What a journal tells of the keys with one label on one token; takes its events from the oldest to the newest. */
public final class KeyHistory {
    private final TokenIdentity token;
    private final String label;
    private boolean begun;
    private Optional<Octets> generated = Optional.empty();

    /** Nothing is known yet. */
    public KeyHistory(TokenIdentity token, String label) {
        this.token = token;
        this.label = label;
    }

    /** The next event. */
    public void take(AuditEvent event) {
        if (event instanceof AuditEvent.KeyGenerationStarted started
                && isOurs(started.tokenSerial(), started.label())) {
            begun = true;
            generated = Optional.empty();
        } else if (event instanceof AuditEvent.KeyGenerated done
                && isOurs(done.key().tokenSerial(), done.key().label())) {
            generated = Optional.of(done.publicKey());
        }
    }

    /**
     * Whether the key can be one that the workspace generated: the last generation that was begun ended with this key, or
     * its end was never recorded.
     */
    boolean allows(SubjectPublicKey key) {
        Octets found = Octets.of(key.encoded());
        return begun && generated.map(found::equals).orElse(true);
    }

    private boolean isOurs(String tokenSerial, String keyLabel) {
        return tokenSerial.equals(token.serialNumber()) && keyLabel.equals(label);
    }
}

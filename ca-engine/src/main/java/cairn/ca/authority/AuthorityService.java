package cairn.ca.authority;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.IssuanceService;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.Kind;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates authorities of this workspace, opens them on a token, and retires them. A creation that was interrupted can be
 * resumed by the same order with {@link KeyOrder#resumed()}; nothing is generated or issued twice by that.
 */
public final class AuthorityService {
    private final AuthorityRegister register;
    private final CertificateLedger ledger;
    private final IssuanceService issuance;
    private final KeyCreation keys;

    /** Works on these. */
    public AuthorityService(AuthorityRegister register, CertificateLedger ledger, IssuanceService issuance) {
        this.register = register;
        this.ledger = ledger;
        this.issuance = issuance;
        this.keys = new KeyCreation(register);
    }

    /**
     * Refuses an authority that could not be created; makes no key and signs nothing.
     *
     * @param parent empty for a root
     */
    public void check(AuthorityOrder order, Optional<Issuer> parent)
            throws AuthorityException, IssuanceException, LedgerException {
        requireCreatable(order, parent);
    }

    /** Creates a root: a key on the token and a certificate that it signs for itself. */
    public Authority createRoot(AuthorityOrder order, KeyStoreToken token)
            throws AuthorityException, IssuanceException, SigningException, LedgerException {
        requireCreatable(order, Optional.empty());
        SigningKey key = keys.obtain(order.name(), order.key(), token);
        Issuer self = Issuer.selfSigned(order.name(), key, order.key().algorithm());
        return create(order, self, key);
    }

    /** Creates an intermediate: a key on the token and a certificate that an authority of this workspace signs. */
    public Authority createIntermediate(AuthorityOrder order, KeyStoreToken token, Issuer parent)
            throws AuthorityException, IssuanceException, SigningException, LedgerException {
        requireCreatable(order, Optional.of(parent));
        SigningKey key = keys.obtain(order.name(), order.key(), token);
        return create(order, parent, key);
    }

    /**
     * Opens an authority on its token: finds its key and compares it with the certificate, before its first use in this
     * session. A retired one can be opened, for it still signs lists.
     */
    public Issuer open(AuthorityName name, KeyStoreToken token)
            throws AuthorityException, IssuanceException, SigningException, LedgerException {
        Authority authority = get(name);
        Certificate certificate = authority
                .certificate()
                .orElseThrow(() -> new AuthorityException.Refused(
                        "state",
                        "authority " + name + " has no certificate yet: its request is out; accept the answer"));
        return Issuer.of(name, certificate, token.find(authority.key()), authority.algorithm());
    }

    /** Takes an authority out of service: it signs no more certificates, but lists as long as it is valid. */
    public Authority retire(AuthorityName name, String words) throws AuthorityException, LedgerException {
        Authority authority = get(name);
        if (authority.state() == Authority.State.RETIRED) {
            throw new AuthorityException.Refused("state", "authority " + name + " is retired already");
        }
        if (words.isBlank()) {
            throw new AuthorityException.Refused("words", "say why authority " + name + " is retired");
        }
        register.record(new AuditEvent.AuthorityRetired(name, words));
        return get(name);
    }

    /**
     * The authority that has this certificate, and all that stand below it, nearest first: those whose certificates are
     * worth nothing once it is revoked. Empty for the certificate of an end entity.
     */
    public List<Authority> standingOn(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        List<Authority> all = register.all();
        List<Authority> found = new ArrayList<>();
        for (Authority authority : all) {
            if (authority.parent().filter(issuer::equals).isPresent()
                    && authority
                            .certificate()
                            .map(Certificate::serialNumber)
                            .filter(serialNumber::equals)
                            .isPresent()) {
                found.add(authority);
            }
        }
        for (int i = 0; i < found.size(); i++) {
            AuthorityName above = found.get(i).name();
            all.stream()
                    .filter(each -> each.parent().filter(above::equals).isPresent() && !found.contains(each))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private Authority get(AuthorityName name) throws AuthorityException.Refused, LedgerException {
        return register.find(name)
                .orElseThrow(() -> new AuthorityException.Refused("name", "there is no authority " + name));
    }

    /** Everything that can be known before a key is generated, for a key cannot be taken back. */
    private void requireCreatable(AuthorityOrder order, Optional<Issuer> parent)
            throws AuthorityException.Refused, IssuanceException, LedgerException {
        boolean root = parent.isEmpty();
        requireNameFree(register, order.name());
        if (order.profile().kind() != Kind.AUTHORITY || order.profile().isSelfSigned() != root) {
            throw new AuthorityException.Refused(
                    "profile-kind",
                    "profile " + order.profile().name() + " does not make " + (root ? "a root" : "an intermediate"));
        }
        boolean open = ledger.openIntents().stream()
                .anyMatch(each -> each.intent().issuer().equals(order.name()));
        if (open) {
            throw new AuthorityException.Refused(
                    "open-intent",
                    "the signing of the certificate of authority " + order.name()
                            + " was interrupted and is not settled: settle it first");
        }
        issuance.tryOut(
                order.profile(),
                parent,
                new IssuanceService.AuthorityTrial(
                        order.key().type(), order.key().algorithm(), order::content));
    }

    static void requireNameFree(AuthorityRegister register, AuthorityName name)
            throws AuthorityException.Refused, LedgerException {
        if (register.find(name).isPresent()) {
            throw new AuthorityException.Refused("name", "there is an authority " + name + " already");
        }
    }

    private Authority create(AuthorityOrder order, Issuer issuer, SigningKey key)
            throws AuthorityException, IssuanceException, LedgerException {
        Optional<AuthorityName> parent =
                issuer.certificate().isPresent() ? Optional.of(issuer.name()) : Optional.empty();
        Certificate certificate = certificate(order, issuer, key);
        register.record(new AuditEvent.AuthorityCreated(
                order.name(),
                key.reference(),
                order.key().algorithm().word(),
                Octets.of(certificate.encoded()),
                parent,
                List.of()));
        return get(order.name());
    }

    /** The certificate that an interrupted creation got before it was interrupted, or a new one. */
    private Certificate certificate(AuthorityOrder order, Issuer issuer, SigningKey key)
            throws IssuanceException, LedgerException {
        if (order.key().resume()) {
            for (Certificate issued :
                    ledger.findByKey(issuer.name(), key.publicKey().fingerprint())) {
                if (issued.isAuthority() && issued.subject().equals(order.subject())) {
                    return issued;
                }
            }
        }
        IssuanceOrder issue = new IssuanceOrder(
                issuer, order.profile(), order.content(key.publicKey()), Optional.empty(), order.skips());
        return issuance.issue(issue).certificate();
    }
}

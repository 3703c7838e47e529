package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.x509.KeyType;
import cairn.hsm.token.PinSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An authority that somebody wants to create, put together and ready to be checked.
 *
 * @param token on which its key is made
 * @param parent which certifies it; empty for a root
 */
public record AuthorityCreation(AuthorityOrder order, TokenSettings token, Optional<AuthorityName> parent) {
    /**
     * Whether it can be made: everything that can be known before there is a key. Logs in to the tokens.
     *
     * @param parentPins for the token of the parent's key
     */
    public void check(Session session, PinSource pins, PinSource parentPins) throws Exception {
        Set<KeyType> offered = session.token(token, pins).offers();
        KeyType wanted = order.key().type();
        if (!offered.contains(wanted)) {
            throw Problem.refused(
                    "A-10",
                    "The token offers no keys of this type.",
                    token.title() + ": " + wanted.title(),
                    "It offers: "
                            + offered.stream().map(KeyType::title).sorted().collect(Collectors.joining(", ")));
        }
        session.services().authorities().check(order, parent(session, parentPins));
    }

    /** Makes the key on the token and the certificate. Cannot be undone. */
    public Authority run(Session session, PinSource pins, PinSource parentPins) throws Exception {
        KeyStoreToken open = session.token(token, pins);
        Optional<Issuer> issuer = parent(session, parentPins);
        return issuer.isPresent()
                ? session.services().authorities().createIntermediate(order, open, issuer.get())
                : session.services().authorities().createRoot(order, open);
    }

    private Optional<Issuer> parent(Session session, PinSource pins) throws Exception {
        return parent.isPresent() ? Optional.of(session.issuer(parent.get(), pins)) : Optional.empty();
    }
}

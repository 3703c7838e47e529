package cairn.app.authorities;

import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.authority.Authority;
import cairn.ca.profile.Kind;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileException;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.x509.KeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to choose from for a new authority.
 *
 * @param offers the kinds of key of each token that somebody has logged in to, by the token's name
 * @param profiles those that make authorities
 */
record CreationChoices(
        List<TokenSettings> tokens, Map<String, Set<KeyType>> offers, List<Profile> profiles, List<Authority> known) {
    CreationChoices {
        tokens = List.copyOf(tokens);
        offers = Map.copyOf(offers);
        profiles = List.copyOf(profiles);
        known = List.copyOf(known);
    }

    /** Nothing was read yet. */
    static CreationChoices none() {
        return new CreationChoices(List.of(), Map.of(), List.of(), List.of());
    }

    static CreationChoices of(Session session) throws Exception {
        List<TokenSettings> tokens = session.directory().all();
        Map<String, Set<KeyType>> offers = new HashMap<>();
        for (TokenSettings token : tokens) {
            Optional<KeyStoreToken> open = session.loggedIn(token);
            if (open.isPresent()) {
                offers.put(token.name(), open.get().offers());
            }
        }
        List<Profile> profiles = new ArrayList<>();
        for (String name : session.profiles().names()) {
            profile(session, name).filter(each -> each.kind() == Kind.AUTHORITY).ifPresent(profiles::add);
        }
        return new CreationChoices(
                tokens, offers, profiles, session.register().authorities().all());
    }

    /** A profile that cannot be read is nothing to choose; 'cairn profile check' says why. */
    private static Optional<Profile> profile(Session session, String name) throws Exception {
        try {
            return Optional.of(session.profiles().get(name));
        } catch (ProfileException | Problem e) {
            return Optional.empty();
        }
    }

    /** The kinds of key that a token may make: those that it offers, or all where nobody has logged in to it yet. */
    List<KeyType> keyTypes(TokenSettings token) {
        Set<KeyType> offered = offers.get(token.name());
        return Arrays.stream(KeyType.values())
                .filter(type -> offered == null || offered.contains(type))
                .toList();
    }
}

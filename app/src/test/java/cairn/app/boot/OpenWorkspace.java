package cairn.app.boot;

import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.app.session.Tokens;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.KeyOrder;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** An open workspace of the real program, for tests of what works on one. */
public final class OpenWorkspace implements AutoCloseable {
    /** The passphrase of its software token. */
    public static final String PASSPHRASE = "a passphrase";

    private final Composition composition;
    private final Session session;

    private OpenWorkspace(Composition composition, Session session) {
        this.composition = composition;
        this.session = session;
    }

    /** A new one without anything in {@code folder}, which is new or empty. */
    public static OpenWorkspace empty(Path folder, InstantSource clock) throws WorkspaceException {
        Composition composition = new Composition(() -> {}, clock);
        return new OpenWorkspace(composition, composition.create(folder, new NewWorkspace(1, "test")));
    }

    /** The one that lies in {@code folder}. */
    public static OpenWorkspace existing(Path folder, InstantSource clock) throws WorkspaceException {
        Composition composition = new Composition(() -> {}, clock);
        return new OpenWorkspace(composition, composition.open(folder));
    }

    /** One with the software token {@code soft}, the authority {@code root}, and {@code issuing} below it, all P-256. */
    public static OpenWorkspace withAuthorities(Path folder, InstantSource clock) throws Exception {
        OpenWorkspace made = empty(folder, clock);
        KeyStoreToken token = made.session.token(made.addToken("soft"), made.pins());
        made.createRoot("root", "CN=Root", token);
        made.session
                .services()
                .authorities()
                .createIntermediate(
                        made.order("issuing", "CN=Issuing", "issuing-ca"),
                        token,
                        made.session.issuer(new AuthorityName("root"), made.pins()));
        return made;
    }

    /** Makes a software token. */
    public TokenSettings addToken(String name) throws Exception {
        Path file = session.directory().softwareFile(name);
        TokenInfo info;
        try (Pin pin = pin()) {
            info = composition.tokens().createSoftware(file, name, pin);
        }
        TokenSettings settings = new TokenSettings(
                name, TokenSettings.Kind.SOFTWARE, file, Optional.empty(), info.label(), info.serialNumber());
        session.directory().add(settings);
        return settings;
    }

    /** Makes a root. */
    public Authority createRoot(String name, String subject, KeyStoreToken token) throws Exception {
        return session.services().authorities().createRoot(order(name, subject, "root-ca"), token);
    }

    private AuthorityOrder order(String name, String subject, String profile) throws Exception {
        return new AuthorityOrder(
                new AuthorityName(name),
                DistinguishedName.parse(subject),
                KeyOrder.of(KeyType.EC_P256),
                session.profiles().get(profile),
                OperatorChoices.none(),
                List.of());
    }

    /** The open workspace. */
    public Session session() {
        return session;
    }

    /** The tokens that the program can reach. */
    public Tokens tokens() {
        return composition.tokens();
    }

    /** Knows the passphrase. */
    public PinSource pins() {
        return (token, role) -> pin();
    }

    private static Pin pin() {
        return Pin.ofUtf8(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws WorkspaceException {
        session.close();
        composition.close();
    }
}

package cairn.hsm.library;

import cairn.hsm.cryptoki.Constants.Flag;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.cryptoki.LibraryCalls;
import cairn.hsm.cryptoki.LibraryLoadException;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.keys.KeyGenerator;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.hsm.vendor.QuirkTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#11 library in this process. A library that crashes takes the process with it: vendors' libraries belong behind
 * the broker. One library is opened once in a process; several different ones may be open at a time.
 */
public final class CryptokiModule implements TokenModule {
    private final String name;
    private final LoadedLibrary library;
    private final ModuleSettings settings;
    private final RecoveryGate gate;
    private final TokenAdministration administration;
    private final Set<Token> open = ConcurrentHashMap.newKeySet();

    private CryptokiModule(String name, LoadedLibrary library, ModuleSettings settings) {
        this.name = name;
        this.library = library;
        this.settings = settings;
        this.gate = new RecoveryGate(settings.time());
        this.administration = new TokenAdministration(library.cryptoki());
    }

    /**
     * Loads and initialises a library, from a file or from functions in memory.
     *
     * @throws TokenException LIBRARY_UNUSABLE if it cannot be loaded; REJECTED if C_Initialize fails, also because
     *     somebody in this process has initialised it already
     */
    public static CryptokiModule open(FunctionListSource source, ModuleSettings settings) throws TokenException {
        try {
            Cryptoki cryptoki = Cryptoki.load(source);
            return new CryptokiModule(source.name(), LoadedLibrary.initialise(cryptoki, settings), settings);
        } catch (LibraryLoadException e) {
            throw new TokenException(
                    Failure.LIBRARY_UNUSABLE, "", 0, "the PKCS#11 library " + source.name() + ": " + e.getMessage(), e);
        } catch (CryptokiException e) {
            throw Failures.of(e, "while initialising " + source.name());
        }
    }

    @Override
    public ModuleInfo info() throws TokenException {
        return call("while asking what the library is", () -> {
            Description.Library said = library.cryptoki().library().info();
            return new ModuleInfo(
                    name,
                    said.manufacturer(),
                    said.description(),
                    said.version(),
                    library.cryptoki().version());
        });
    }

    @Override
    public List<SlotInfo> slots() throws TokenException {
        return call("while listing slots", () -> {
            List<SlotInfo> slots = new ArrayList<>();
            LibraryCalls calls = library.cryptoki().library();
            for (long slotId : calls.slots(false)) {
                Description.Slot slot = calls.slot(slotId);
                Optional<Description.Token> token = (slot.flags() & Flag.TOKEN_PRESENT) == 0
                        ? Optional.empty()
                        : TokenFinder.tokenIn(calls, slotId);
                boolean initialized = token.filter(found -> (found.flags() & Flag.TOKEN_INITIALIZED) != 0)
                        .isPresent();
                slots.add(new SlotInfo(
                        slotId,
                        slot.description(),
                        slot.manufacturer(),
                        initialized,
                        token.map(Descriptions::token).orElse(null)));
            }
            return slots;
        });
    }

    @Override
    public List<MechanismInfo> mechanisms(TokenSelector token) throws TokenException {
        return call("while listing mechanisms", () -> {
            LibraryCalls calls = library.cryptoki().library();
            return Descriptions.mechanisms(calls, TokenFinder.find(calls, token).slotId());
        });
    }

    @Override
    public List<ObjectInfo> objects(TokenSelector token, @Nullable PinSource pins) throws TokenException {
        if (pins == null) {
            return listing(token);
        }
        TokenConnection connection = new TokenConnection(library, token, new UserLogin(library, token, pins));
        try {
            connection.ensure(false);
            return listing(token);
        } catch (CryptokiException e) {
            throw Failures.of(e, "while logging in to list objects");
        } finally {
            connection.close();
        }
    }

    private List<ObjectInfo> listing(TokenSelector token) throws TokenException {
        return call("while listing objects", () -> {
            Cryptoki cryptoki = library.cryptoki();
            long slotId = TokenFinder.find(cryptoki.library(), token).slotId();
            long session = cryptoki.sessions().open(slotId, false);
            try {
                return ObjectListing.all(new Session(cryptoki, session));
            } finally {
                Quietly.run(() -> cryptoki.sessions().close(session));
            }
        });
    }

    @Override
    public Token open(TokenSelector token, PinSource pins, TokenOptions options) throws TokenException {
        Description.Token found = call(
                "while looking for the token",
                () -> TokenFinder.find(library.cryptoki().library(), token).token());
        // From now on the serial number counts too: another token with the same label is another token.
        TokenSelector exact = new TokenSelector(found.label(), Optional.of(found.serialNumber()));
        TokenConnection connection = new TokenConnection(library, exact, new UserLogin(library, exact, pins));
        try {
            connection.ensure(false);
        } catch (CryptokiException e) {
            connection.close();
            throw Failures.of(e, "while logging in to the token '" + token.label() + "'");
        } catch (TokenException e) {
            connection.close();
            throw e;
        }
        return pooled(connection, found, options);
    }

    private Token pooled(TokenConnection connection, Description.Token found, TokenOptions options) {
        KnownKeys known = new KnownKeys();
        SessionPool pool = new SessionPool(
                sessions(found, options),
                options.waitForSession(),
                settings.threads(),
                new Recovery(library, gate),
                () -> new Seat(library, connection, known));
        KeyGenerator generator =
                new KeyGenerator(settings.random(), QuirkTable.of(found.manufacturer(), found.model()));
        CryptokiToken token = new CryptokiToken(connection, pool, known, generator, open::remove);
        open.add(token);
        return token;
    }

    /** One session holds the log-in and one is for generating keys; the rest may sign. */
    private static int sessions(Description.Token token, TokenOptions options) {
        long allowed = Descriptions.token(token).maxSessions().orElse(Long.MAX_VALUE);
        return Math.clamp(allowed - 2, 1, options.sessions());
    }

    @Override
    public TokenInfo initToken(long slotId, Pin securityOfficer, String label) throws TokenException {
        return call("while initialising a token", () -> administration.initToken(slotId, securityOfficer, label));
    }

    @Override
    public void initPin(TokenSelector token, Pin securityOfficer, Pin user) throws TokenException {
        call("while setting the user's PIN as security officer", () -> {
            administration.initPin(token, securityOfficer, user);
            return token;
        });
    }

    @Override
    public void setPin(TokenSelector token, Pin old, Pin fresh) throws TokenException {
        call("while changing the user's PIN", () -> {
            administration.setPin(token, old, fresh);
            return token;
        });
    }

    /** Makes calls; once more if somebody else in this process has finalised the library, which undid nothing. */
    private <T> T call(String doing, LoadedLibrary.Calls<T> calls) throws TokenException {
        long epoch = library.epoch();
        try {
            return library.call(calls);
        } catch (CryptokiException e) {
            if (!e.is(ReturnValue.CRYPTOKI_NOT_INITIALIZED)) {
                throw Failures.of(e, doing);
            }
        }
        try {
            library.reinitialise(epoch);
            return library.call(calls);
        } catch (CryptokiException e) {
            throw Failures.of(e, doing);
        }
    }

    /** Closes the tokens that are still open, then finalises the library. */
    @Override
    public void close() {
        List.copyOf(open).forEach(Token::close);
        library.close();
    }
}

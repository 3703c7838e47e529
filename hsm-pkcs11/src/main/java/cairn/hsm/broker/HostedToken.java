package cairn.hsm.broker;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A token behind a broker. When the process is lost it is opened again at the next use, with a PIN asked for anew; after
 * one failed log-in by itself it stays shut until a person opens it. Before a key signs for the first time in a new
 * process its public half is compared with what it was before.
 */
final class HostedToken implements Token {
    private final HostedModule module;
    private final PinSource pins;
    private final TokenOptions options;
    private final Map<String, byte[]> publicKeys = new ConcurrentHashMap<>();
    private OpenRequest request;
    private @Nullable OpenToken current;
    private @Nullable TokenException shut;
    private boolean closed;

    private HostedToken(HostedModule module, OpenRequest request, PinSource pins) {
        this.module = module;
        this.request = request;
        this.pins = pins;
        options = request.options();
    }

    static HostedToken open(HostedModule module, OpenRequest request, PinSource pins) throws TokenException {
        HostedToken token = new HostedToken(module, request, pins);
        try {
            TokenInfo info = token.info();
            // From here on only this very token will do, even where another has the same label.
            token.pin(new TokenSelector(info.label(), Optional.of(info.serialNumber())));
            return token;
        } catch (TokenException e) {
            token.close();
            throw e;
        }
    }

    private synchronized void pin(TokenSelector exact) {
        request = new OpenRequest(exact, options);
    }

    @Override
    public TokenInfo info() throws TokenException {
        return call(Operation.TOKEN_INFO, wire -> {}, Values::tokenInfo);
    }

    @Override
    public List<MechanismInfo> mechanisms() throws TokenException {
        return call(Operation.TOKEN_MECHANISMS, wire -> {}, wire -> Values.list(wire, Values::mechanismInfo));
    }

    @Override
    public Set<KeySpec> offers() throws TokenException {
        return call(Operation.OFFERS, wire -> {}, wire -> Values.set(wire, Values::keySpec));
    }

    @Override
    public List<KeyRef> keys() throws TokenException {
        return call(Operation.KEYS, wire -> {}, wire -> Values.list(wire, Values::keyRef));
    }

    @Override
    public KeyRef generateKeyPair(KeySpec spec, String label) throws TokenException {
        return call(
                Operation.GENERATE,
                wire -> {
                    Values.put(wire, spec);
                    wire.put(label);
                },
                Values::keyRef);
    }

    @Override
    public byte[] publicKey(KeyRef key) throws TokenException {
        byte[] found = call(Operation.PUBLIC_KEY, wire -> Values.put(wire, key), Wire::octets);
        compare(key, found);
        return found;
    }

    @Override
    public KeyProof proof(KeyRef key) throws TokenException {
        return call(Operation.PROOF, wire -> Values.put(wire, key), Values::keyProof);
    }

    @Override
    public byte[] sign(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException {
        if (message.length > Wire.MAX_BODY / 2) {
            throw new TokenException(
                    Failure.REJECTED, "a message of " + message.length + " octets is too long for the broker");
        }
        return call(
                Operation.SIGN,
                key,
                wire -> {
                    Values.put(wire, key);
                    Values.put(wire, mechanism);
                    wire.put(message);
                },
                Wire::octets);
    }

    @Override
    public void destroy(KeyRef key) throws TokenException {
        call(Operation.DESTROY, key, wire -> Values.put(wire, key), wire -> true);
        publicKeys.remove(key.id());
    }

    @Override
    public byte[] random(int octets) throws TokenException {
        return call(Operation.RANDOM, wire -> wire.put(octets), Wire::octets);
    }

    private <T> T call(Operation operation, Consumer<Wire> question, Values.Reader<T> answer) throws TokenException {
        return call(operation, null, question, answer);
    }

    /** One question on one lane, on a second process if the first was found dead before it was asked. */
    private <T> T call(Operation operation, @Nullable KeyRef witness, Consumer<Wire> question, Values.Reader<T> answer)
            throws TokenException {
        OpenToken first = connection();
        try {
            return once(first, operation, witness, question, answer);
        } catch (LostException e) {
            module.lost(first.process(), e);
            if (e.delivered()) {
                throw HostedModule.failure(operation, first.process(), e);
            }
        }
        OpenToken second = connection();
        try {
            return once(second, operation, witness, question, answer);
        } catch (LostException e) {
            module.lost(second.process(), e);
            throw HostedModule.failure(operation, second.process(), e);
        }
    }

    private <T> T once(
            OpenToken token,
            Operation operation,
            @Nullable KeyRef witness,
            Consumer<Wire> question,
            Values.Reader<T> answer)
            throws TokenException, LostException {
        Lane lane = token.borrow(options.waitForSession());
        try {
            if (witness != null) {
                witness(token, lane, witness);
            }
            T result = lane.call(operation, options.callTimeout(), question, answer);
            if (operation.hasEffect()) {
                module.worked();
            }
            return result;
        } finally {
            token.giveBack(lane);
        }
    }

    /** Makes sure that the key in this process is the one that was there before, for keys can be exchanged meanwhile. */
    private void witness(OpenToken token, Lane lane, KeyRef key) throws TokenException, LostException {
        if (token.witnessed().contains(key.id())) {
            return;
        }
        byte[] found;
        try {
            found = lane.call(Operation.PUBLIC_KEY, options.callTimeout(), wire -> Values.put(wire, key), Wire::octets);
        } catch (LostException e) {
            // Only the look at the key was lost; the operation itself had not been asked for.
            throw new LostException(false, new IOException(e.getMessage(), e));
        }
        compare(key, found);
        token.witnessed().add(key.id());
    }

    private void compare(KeyRef key, byte[] found) throws TokenException {
        byte[] before = publicKeys.putIfAbsent(key.id(), found.clone());
        if (before != null && !Arrays.equals(before, found)) {
            throw new TokenException(
                    Failure.KEY_MISSING,
                    "another key is now under the identifier " + key.id() + " (" + key.label()
                            + "); nothing is signed");
        }
    }

    private synchronized OpenToken connection() throws TokenException {
        if (closed) {
            throw new TokenException(Failure.LOGIN_REQUIRED, "the token has been closed");
        }
        if (shut != null) {
            throw new TokenException(
                    shut.failure(),
                    shut.function(),
                    shut.returnValue(),
                    "the last log-in failed and is not tried again by itself: " + shut.getMessage(),
                    shut);
        }
        OpenToken token = current;
        if (token != null && token.isAlive()) {
            return token;
        }
        try {
            OpenToken fresh = module.run(Operation.OPEN_TOKEN, process -> process.open(request, pins));
            current = fresh;
            return fresh;
        } catch (TokenException e) {
            if (isAboutThePin(e.failure())) {
                shut = e;
            }
            throw e;
        }
    }

    private static boolean isAboutThePin(Failure failure) {
        return failure == Failure.PIN_INCORRECT
                || failure == Failure.PIN_LOCKED
                || failure == Failure.PIN_UNSUITABLE
                || failure == Failure.LOGIN_REQUIRED;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.close();
            current = null;
        }
    }
}

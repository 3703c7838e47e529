package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.keys.AttributeProof;
import cairn.hsm.keys.KeyFinder;
import cairn.hsm.keys.KeyGenerator;
import cairn.hsm.keys.OfferedKeys;
import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A token of a library in this process, with the user logged in. */
final class CryptokiToken implements Token {
    private static final int MAX_RANDOM_OCTETS = 1 << 20;

    private final TokenConnection connection;
    private final SessionPool pool;
    private final KnownKeys known;
    private final KeyGenerator generator;
    private final Consumer<Token> afterClose;
    private final ReentrantLock generating = new ReentrantLock();

    CryptokiToken(
            TokenConnection connection,
            SessionPool pool,
            KnownKeys known,
            KeyGenerator generator,
            Consumer<Token> afterClose) {
        this.connection = connection;
        this.pool = pool;
        this.known = known;
        this.generator = generator;
        this.afterClose = afterClose;
    }

    @FunctionalInterface
    private interface SeatWork<T> {
        T on(Seat seat) throws CryptokiException, TokenException;
    }

    private <T> T perform(String doing, SeatWork<T> work) throws TokenException {
        return pool.submit(new Recovery.Operation<T>() {
            @Override
            public T on(Seat seat) throws CryptokiException, TokenException {
                return work.on(seat);
            }

            @Override
            public String doing() {
                return doing;
            }
        });
    }

    @Override
    public TokenInfo info() throws TokenException {
        return perform("while describing the token", seat -> {
            long slotId = seat.place().slotId();
            return seat.call(
                    session -> Descriptions.token(session.cryptoki().library().token(slotId)));
        });
    }

    @Override
    public List<MechanismInfo> mechanisms() throws TokenException {
        return perform("while listing mechanisms", seat -> {
            long slotId = seat.place().slotId();
            return seat.call(
                    session -> Descriptions.mechanisms(session.cryptoki().library(), slotId));
        });
    }

    @Override
    public Set<KeySpec> offers() throws TokenException {
        return OfferedKeys.of(mechanisms());
    }

    @Override
    public List<KeyRef> keys() throws TokenException {
        return perform("while listing keys", seat -> seat.callLoggedIn(KeyFinder::all));
    }

    @Override
    public KeyRef generateKeyPair(KeySpec spec, String label) throws TokenException {
        if (spec instanceof KeySpec.SlhDsa) {
            throw new TokenException(Failure.REJECTED, "SLH-DSA is offered by the software token only");
        }
        if (label.isBlank()) {
            throw new TokenException(Failure.BAD_REQUEST, "a key needs a label");
        }
        // Two requests with one label must not both find it free.
        generating.lock();
        try {
            return perform(
                    "while generating the key '" + label + "'",
                    seat -> seat.callReadWrite(session -> generator.generate(session, spec, label)));
        } finally {
            generating.unlock();
        }
    }

    @Override
    public byte[] publicKey(KeyRef key) throws TokenException {
        return perform(
                "while reading the public key of '" + key.label() + "'",
                seat -> seat.key(key).publicKey().info());
    }

    @Override
    public KeyProof proof(KeyRef key) throws TokenException {
        return perform("while asking for the attributes of '" + key.label() + "'", seat -> {
            long handle = seat.key(key).handle();
            return seat.call(session -> AttributeProof.of(session, handle));
        });
    }

    @Override
    public byte[] sign(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException {
        return pool.submit(new SignOperation(key, mechanism, message));
    }

    @Override
    public void destroy(KeyRef key) throws TokenException {
        perform("while destroying the key '" + key.label() + "'", seat -> {
            seat.callLoggedIn(session -> KeyFinder.find(session, key));
            seat.forgetKeys();
            return seat.callReadWrite(session -> {
                KeyFinder.destroy(session, key);
                return key;
            });
        });
        known.forget(key);
    }

    @Override
    public byte[] random(int octets) throws TokenException {
        if (octets < 0 || octets > MAX_RANDOM_OCTETS) {
            throw new TokenException(Failure.BAD_REQUEST, "random octets: 0 to " + MAX_RANDOM_OCTETS);
        }
        return perform(
                "while drawing random octets",
                seat -> seat.call(session -> session.cryptoki().keys().random(session.handle(), octets)));
    }

    @Override
    public void close() {
        pool.close();
        connection.close();
        afterClose.accept(this);
    }
}

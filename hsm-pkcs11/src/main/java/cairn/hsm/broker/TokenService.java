package cairn.hsm.broker;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import java.io.IOException;

/** Serves one lane in the broker's process until the other side closes it. */
final class TokenService implements Runnable {
    private final Wire wire;
    private final Token token;

    TokenService(Wire wire, Token token) {
        this.wire = wire;
        this.token = token;
    }

    @Override
    public void run() {
        try (wire) {
            while (true) {
                serve(Operation.of(wire.receive()));
                wire.send();
            }
        } catch (IOException e) {
            // The other side has closed the lane or is gone; the control connection decides what follows.
        }
    }

    private void serve(Operation operation) throws IOException {
        try {
            answer(operation);
        } catch (TokenException e) {
            Answers.putFailure(wire, e);
        } catch (Wire.TooLongException e) {
            Answers.putTooLong(wire, operation, e);
        } catch (RuntimeException e) {
            // A bug below: it is told, and the lane goes on.
            wire.begin(Answers.BROKEN).put(e.toString());
        }
    }

    private void answer(Operation operation) throws IOException, TokenException {
        switch (operation) {
            case SIGN -> {
                KeyRef key = Values.keyRef(wire);
                SignMechanism mechanism = Values.mechanism(wire);
                byte[] signature = token.sign(key, mechanism, wire.octets());
                done().put(signature);
            }
            case PUBLIC_KEY -> {
                byte[] publicKey = token.publicKey(Values.keyRef(wire));
                done().put(publicKey);
            }
            case TOKEN_INFO -> Values.put(done(), token.info());
            case TOKEN_MECHANISMS -> Values.putList(done(), token.mechanisms(), Values::put);
            case OFFERS -> Values.putList(done(), token.offers(), Values::put);
            case KEYS -> Values.putList(done(), token.keys(), Values::put);
            case GENERATE -> {
                KeySpec spec = Values.keySpec(wire);
                KeyRef made = token.generateKeyPair(spec, wire.text());
                Values.put(done(), made);
            }
            case PROOF -> {
                KeyRef key = Values.keyRef(wire);
                Values.put(done(), token.proof(key));
            }
            case DESTROY -> {
                token.destroy(Values.keyRef(wire));
                done();
            }
            case RANDOM -> {
                byte[] octets = token.random(wire.integer());
                done().put(octets);
            }
            case MODULE_INFO,
                    SLOTS,
                    MECHANISMS,
                    OBJECTS,
                    OPEN_TOKEN,
                    CLOSE_TOKEN,
                    INIT_TOKEN,
                    INIT_PIN,
                    SET_PIN,
                    SHUT_DOWN -> throw new Wire.GarbledException(operation + " on a lane");
        }
    }

    private Wire done() {
        return wire.begin(Answers.DONE);
    }
}

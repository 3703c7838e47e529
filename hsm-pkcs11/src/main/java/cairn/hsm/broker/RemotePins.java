package cairn.hsm.broker;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;

/** The broker's side of the PIN desk: asks the program, one question at a time. */
final class RemotePins {
    private final Wire wire;

    RemotePins(Wire wire) {
        this.wire = wire;
    }

    /** A source that asks the one which the program keeps under {@code desk}. */
    PinSource source(int desk) {
        return (token, role) -> ask(desk, token, role);
    }

    private synchronized Pin ask(int desk, TokenSelector token, PinSource.Role role) throws TokenException {
        TokenException failure;
        try {
            Values.put(wire.begin(desk), token);
            wire.put(role.name()).send();
            if (wire.receive() == Answers.DONE) {
                return Pin.ofUtf8(wire.octets());
            }
            failure = Answers.failure(wire);
        } catch (IOException e) {
            throw new TokenException(Failure.LOGIN_REQUIRED, "", 0, "the PIN cannot be asked for any more", e);
        } finally {
            wire.forget();
        }
        throw failure;
    }
}

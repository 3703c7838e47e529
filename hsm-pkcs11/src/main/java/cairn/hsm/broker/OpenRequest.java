package cairn.hsm.broker;

import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;

/** Which token to log in to, and how it will be used. */
record OpenRequest(TokenSelector token, TokenOptions options) {
    void put(Wire wire, int desk) {
        Values.put(wire, token);
        Values.put(wire, options);
        wire.put(desk);
    }

    static OpenRequest read(Wire wire) throws IOException {
        return new OpenRequest(Values.selector(wire), Values.options(wire));
    }
}

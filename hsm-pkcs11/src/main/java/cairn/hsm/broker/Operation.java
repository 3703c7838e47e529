package cairn.hsm.broker;

import java.io.IOException;
import java.util.Locale;

/** What can be asked of a broker. The order is the protocol: both sides are of one build. */
enum Operation {
    MODULE_INFO(false),
    SLOTS(false),
    MECHANISMS(false),
    OBJECTS(false),
    OPEN_TOKEN(false),
    CLOSE_TOKEN(false),
    INIT_TOKEN(true),
    INIT_PIN(true),
    SET_PIN(true),
    SHUT_DOWN(false),
    TOKEN_INFO(false),
    TOKEN_MECHANISMS(false),
    OFFERS(false),
    KEYS(false),
    GENERATE(true),
    PUBLIC_KEY(false),
    PROOF(false),
    SIGN(true),
    DESTROY(true),
    RANDOM(false);

    private final boolean effect;

    Operation(boolean effect) {
        this.effect = effect;
    }

    /** Whether it matters if it was done, so that a lost answer is an unknown outcome. */
    boolean hasEffect() {
        return effect;
    }

    static Operation of(int code) throws IOException {
        Operation[] all = values();
        if (code < 0 || code >= all.length) {
            throw new Wire.GarbledException("operation " + code);
        }
        return all[code];
    }

    /** In words, for messages. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

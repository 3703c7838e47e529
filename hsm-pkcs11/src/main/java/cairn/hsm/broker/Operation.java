package cairn.hsm.broker;

import java.io.IOException;
import java.util.Locale;

/** What can be asked of a broker. Both sides are of one build, so that nothing has to be negotiated. */
enum Operation {
    MODULE_INFO(1, false),
    SLOTS(2, false),
    MECHANISMS(3, false),
    OBJECTS(4, false),
    OPEN_TOKEN(5, false),
    CLOSE_TOKEN(6, false),
    INIT_TOKEN(7, true),
    INIT_PIN(8, true),
    SET_PIN(9, true),
    SHUT_DOWN(10, false),
    TOKEN_INFO(11, false),
    TOKEN_MECHANISMS(12, false),
    OFFERS(13, false),
    KEYS(14, false),
    GENERATE(15, true),
    PUBLIC_KEY(16, false),
    PROOF(17, false),
    SIGN(18, true),
    DESTROY(19, true),
    RANDOM(20, false);

    private final int code;
    private final boolean effect;

    Operation(int code, boolean effect) {
        this.code = code;
        this.effect = effect;
    }

    int code() {
        return code;
    }

    /** Whether it matters if it was done, so that a lost answer is an unknown outcome. */
    boolean hasEffect() {
        return effect;
    }

    static Operation of(int code) throws IOException {
        for (Operation operation : values()) {
            if (operation.code == code) {
                return operation;
            }
        }
        throw new Wire.GarbledException("operation " + code);
    }

    /** In words, for messages. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

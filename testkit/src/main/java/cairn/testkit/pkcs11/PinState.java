package cairn.testkit.pkcs11;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A PIN of a token and how many wrong tries it has left. */
final class PinState {
    private byte @Nullable [] pin;
    private int mostTries;
    private int wrong;

    PinState(int mostTries) {
        this.mostTries = mostTries;
    }

    boolean isSet() {
        return pin != null;
    }

    void set(byte[] fresh) {
        pin = fresh.clone();
        wrong = 0;
    }

    void clear() {
        pin = null;
        wrong = 0;
    }

    void allowTries(int tries) {
        mostTries = tries;
    }

    void lock() {
        wrong = mostTries;
    }

    /** What somebody types on the pad: always the right one. */
    byte[] entered() {
        return pin == null ? new byte[0] : pin.clone();
    }

    void check(byte[] given) throws RefusedException {
        if (isLocked()) {
            throw new RefusedException(Pkcs11.CKR_PIN_LOCKED);
        }
        if (!Arrays.equals(given, pin)) {
            fail();
            throw new RefusedException(Pkcs11.CKR_PIN_INCORRECT);
        }
        wrong = 0;
    }

    void fail() {
        wrong++;
    }

    boolean isLocked() {
        return wrong >= mostTries;
    }

    /** COUNT_LOW, FINAL_TRY and LOCKED as they stand beside each other, the first being bit 0. */
    long flags() {
        long low = wrong > 0 && !isLocked() ? 1 : 0;
        long last = wrong == mostTries - 1 ? 2 : 0;
        return low | last | (isLocked() ? 4 : 0);
    }
}

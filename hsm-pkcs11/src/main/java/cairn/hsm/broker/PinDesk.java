package cairn.hsm.broker;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.PinSource.Role;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a broker's process asks for PINs. Each is fetched from its source when it is asked for, sent once and wiped;
 * nothing is kept here.
 */
final class PinDesk implements Runnable {
    private final Wire wire;
    private final Map<Integer, PinSource> sources = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private long pausedNanos;
    private long askingSince;
    private boolean asking;

    PinDesk(Wire wire) {
        this.wire = wire;
    }

    int admit(PinSource source) {
        int number = numbers.incrementAndGet();
        sources.put(number, source);
        return number;
    }

    void dismiss(int number) {
        sources.remove(number);
    }

    /** How long sources have been busy altogether, the one of this moment included. */
    synchronized long pausedNanos() {
        return asking ? pausedNanos + System.nanoTime() - askingSince : pausedNanos;
    }

    @Override
    public void run() {
        try (wire) {
            while (true) {
                answer(wire.receive());
                wire.send();
            }
        } catch (IOException e) {
            // The broker is gone; whoever waits for it learns that on his own connection.
            sources.clear();
        }
    }

    private void answer(int number) throws IOException {
        TokenSelector token = Values.selector(wire);
        Role role = Values.named(Role.values(), wire.text());
        pause(true);
        try (Pin pin = source(number).request(token, role)) {
            wire.begin(Answers.DONE).put(pin.octets());
        } catch (TokenException e) {
            Answers.putFailure(wire, e);
        } catch (RuntimeException e) {
            // A source with a bug must not leave the broker waiting for ever.
            Answers.putFailure(
                    wire, new TokenException(Failure.LOGIN_REQUIRED, "", 0, "the PIN could not be asked for", e));
        } finally {
            pause(false);
        }
    }

    private PinSource source(int number) throws TokenException {
        PinSource source = sources.get(number);
        if (source == null) {
            throw new TokenException(Failure.LOGIN_REQUIRED, "nobody is there any more to give a PIN");
        }
        return source;
    }

    private synchronized void pause(boolean begins) {
        if (begins) {
            askingSince = System.nanoTime();
        } else {
            pausedNanos += System.nanoTime() - askingSince;
        }
        asking = begins;
    }
}

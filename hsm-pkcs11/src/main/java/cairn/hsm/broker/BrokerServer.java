package cairn.hsm.broker;

import cairn.hsm.broker.Handover.Purpose;
import cairn.hsm.token.Pin;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The broker's process: loads a library and serves it to the program that started this process, as long as that program
 * keeps the control connection open.
 */
public final class BrokerServer {
    private static final int ORPHANED = 3;
    private static final int GRACE_SECONDS = 3;

    private final Handover handover;
    private final Wire control;
    private final RemotePins pins;
    private final ThreadFactory threads;
    private final TokenModule module;
    private final Map<Integer, Token> tokens = new HashMap<>();
    private int lastToken;
    private int sessions;

    private BrokerServer(Handover handover, Wire control, RemotePins pins, ThreadFactory threads, TokenModule module) {
        this.handover = handover;
        this.control = control;
        this.pins = pins;
        this.threads = threads;
        this.module = module;
    }

    /**
     * Serves until the program that started this process closes it or is gone; then deletes the private folder. The
     * caller ends the process, by {@link Runtime#halt} because a library may hang in its exit handlers.
     *
     * @param in where the program hands over how to call it: this process's standard input
     * @param threads for the lanes, one thread a session; a library's stack needs more than the usual size
     * @throws IOException if nothing was handed over or the program cannot be called
     */
    public static void serve(InputStream in, List<String> arguments, ModuleOpener opener, ThreadFactory threads)
            throws IOException {
        Handover handover = Handover.readFrom(in);
        endWithParent();
        try (Wire forPins = handover.dial(Purpose.PINS, 0);
                Wire control = handover.dial(Purpose.CONTROL, 0);
                TokenModule module = load(control, arguments, opener)) {
            control.send();
            new BrokerServer(handover, control, new RemotePins(forPins), threads, module).serveAndLogOut();
        } catch (TokenException e) {
            // The program has been told why its library cannot be loaded; there is nothing to serve.
        } finally {
            Reception.delete(handover.folder());
        }
    }

    /** The control connection tells the same sooner, but not to a thread that is stuck in the library. */
    private static void endWithParent() {
        Executor later = CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS);
        for (ProcessHandle parent : ProcessHandle.current().parent().stream().toList()) {
            var _ = parent.onExit().thenRunAsync(() -> Runtime.getRuntime().halt(ORPHANED), later);
        }
    }

    private static TokenModule load(Wire control, List<String> arguments, ModuleOpener opener)
            throws TokenException, IOException {
        try {
            TokenModule module = opener.open(arguments);
            control.begin(Answers.DONE);
            return module;
        } catch (TokenException e) {
            Answers.putFailure(control, e);
            control.send();
            throw e;
        }
    }

    private void serveAndLogOut() throws IOException {
        try {
            loop();
        } finally {
            tokens.values().forEach(Token::close);
        }
    }

    private void loop() throws IOException {
        boolean open = true;
        while (open) {
            int code;
            try {
                code = control.receive();
            } catch (IOException e) {
                // The program is gone without a word: killed, or closing in a hurry.
                break;
            }
            Operation operation = Operation.of(code);
            int number = serve(operation);
            open = operation != Operation.SHUT_DOWN;
            if (!open) {
                tokens.values().forEach(Token::close);
                tokens.clear();
            }
            control.send();
            if (number > 0) {
                openLanes(number);
            }
        }
    }

    /** Answers the number of a token that was opened, else 0. */
    private int serve(Operation operation) throws IOException {
        try {
            return answer(operation);
        } catch (TokenException e) {
            Answers.putFailure(control, e);
        } catch (Wire.TooLongException e) {
            Answers.putTooLong(control, operation, e);
        } catch (RuntimeException e) {
            // A bug below: it is told, and the broker goes on.
            control.begin(Answers.BROKEN).put(e.toString());
        } finally {
            control.forget();
        }
        return 0;
    }

    private int answer(Operation operation) throws IOException, TokenException {
        switch (operation) {
            case MODULE_INFO -> Values.put(done(), module.info());
            case SLOTS -> Values.putList(done(), module.slots(), Values::put);
            case MECHANISMS -> {
                TokenSelector token = Values.selector(control);
                Values.putList(done(), module.mechanisms(token), Values::put);
            }
            case OBJECTS -> {
                int desk = control.integer();
                TokenSelector token = Values.selector(control);
                Values.putList(done(), module.objects(token, desk == 0 ? null : pins.source(desk)), Values::put);
            }
            case OPEN_TOKEN -> {
                return open();
            }
            case CLOSE_TOKEN -> {
                Token token = tokens.remove(control.integer());
                if (token != null) {
                    token.close();
                }
                done();
            }
            case INIT_TOKEN -> {
                long slot = control.number();
                try (Pin officer = Pin.ofUtf8(control.octets())) {
                    TokenInfo made = module.initToken(slot, officer, control.text());
                    Values.put(done(), made);
                }
            }
            case INIT_PIN -> {
                TokenSelector token = Values.selector(control);
                try (Pin officer = Pin.ofUtf8(control.octets());
                        Pin user = Pin.ofUtf8(control.octets())) {
                    module.initPin(token, officer, user);
                    done();
                }
            }
            case SET_PIN -> {
                TokenSelector token = Values.selector(control);
                try (Pin old = Pin.ofUtf8(control.octets());
                        Pin fresh = Pin.ofUtf8(control.octets())) {
                    module.setPin(token, old, fresh);
                    done();
                }
            }
            case SHUT_DOWN -> done();
            case TOKEN_INFO, TOKEN_MECHANISMS, OFFERS, KEYS, GENERATE, PUBLIC_KEY, PROOF, SIGN, DESTROY, RANDOM ->
                throw new Wire.GarbledException(operation + " on the control connection");
        }
        return 0;
    }

    private int open() throws IOException, TokenException {
        OpenRequest request = OpenRequest.read(control);
        Token token = module.open(request.token(), pins.source(control.integer()), request.options());
        tokens.put(++lastToken, token);
        sessions = request.options().sessions();
        done().put(lastToken);
        return lastToken;
    }

    private void openLanes(int number) throws IOException {
        Token token = tokens.get(number);
        for (int i = 0; token != null && i < sessions; i++) {
            threads.newThread(new TokenService(handover.dial(Purpose.LANE, number), token))
                    .start();
        }
    }

    private Wire done() {
        return control.begin(Answers.DONE);
    }
}

package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.PinSource.Role;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PINs on their way from the program to the broker's process, and what the process says in return. */
class PinDeskTest {
    private static final TokenSelector TOKEN = new TokenSelector("granite", Optional.of("J1"));

    @TempDir
    private Path folder;

    private final List<Pin> given = new ArrayList<>();
    private Wire far;
    private PinDesk desk;
    private RemotePins remote;
    private Thread thread;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            far = Wire.blocking(SocketChannel.open(address));
            desk = new PinDesk(Wire.blocking(server.accept()));
        }
        remote = new RemotePins(far);
        thread = Thread.ofPlatform().daemon().start(desk);
    }

    @AfterEach
    void disconnect() throws Exception {
        far.close();
        thread.join();
    }

    private PinSource answering(String text) {
        return (token, role) -> {
            Pin pin =
                    BrokerBench.pin(text + token.label() + token.serialNumber().orElse("-") + role);
            given.add(pin);
            return pin;
        };
    }

    private String ask(int number, Role role) throws TokenException {
        try (Pin pin = remote.source(number).request(TOKEN, role)) {
            return new String(pin.octets().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }

    private TokenException refused(int number) {
        return assertThrows(TokenException.class, () -> ask(number, Role.USER));
    }

    @ParameterizedTest
    @EnumSource
    void theSourceIsAskedForTheTokenAndTheRoleAndItsPinIsWiped(Role role) throws Exception {
        int first = desk.admit(answering("a "));
        int second = desk.admit(answering("\u00fc "));
        assertEquals("\u00fc graniteJ1" + role, ask(second, role));
        assertEquals("a graniteJ1" + role, ask(first, role));
        assertEquals(2, given.size(), "each was asked once");
        for (Pin pin : given) {
            assertThrows(IllegalStateException.class, pin::octets);
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whatTheSourceAnswersInsteadKeepsItsType(Failure failure) throws Exception {
        int number = desk.admit((token, role) -> {
            throw new TokenException(failure, "C_Login", 0xA0, "nobody is here", new IOException("the terminal"));
        });
        TokenException told = refused(number);
        assertEquals(failure, told.failure());
        assertEquals("nobody is here", told.getMessage());
        assertEquals("C_Login", told.function());
        assertEquals(0xA0, told.returnValue());
        assertTrue(String.valueOf(told.getCause()).contains("the terminal"));
        assertEquals("b graniteJ1USER", ask(desk.admit(answering("b ")), Role.USER), "the desk goes on");
    }

    @Test
    void aSourceWithABugIsNoPinAndTheDeskGoesOn() throws Exception {
        int number = desk.admit((token, role) -> {
            throw new IllegalStateException("a bug");
        });
        TokenException told = refused(number);
        assertEquals(Failure.LOGIN_REQUIRED, told.failure());
        assertEquals("the PIN could not be asked for", told.getMessage());
        assertEquals("b graniteJ1USER", ask(desk.admit(answering("b ")), Role.USER));
    }

    @Test
    void whoWasDismissedOrNeverThereIsNotAsked() throws Exception {
        int number = desk.admit(answering("a "));
        desk.dismiss(number);
        for (int nobody : new int[] {number, 0, -1, number + 1}) {
            TokenException told = refused(nobody);
            assertEquals(Failure.LOGIN_REQUIRED, told.failure());
            assertEquals("nobody is there any more to give a PIN", told.getMessage());
        }
        assertTrue(given.isEmpty());
        assertTrue(desk.admit(answering("b ")) > number, "a number is not given twice");
    }

    @Test
    void onlyTheTimeOfThePersonCountsAsPaused() throws Exception {
        assertEquals(0, desk.pausedNanos());
        long[] during = new long[2];
        int number = desk.admit((token, role) -> {
            during[0] = desk.pausedNanos();
            long start = System.nanoTime();
            while (System.nanoTime() == start) {
                Thread.onSpinWait();
            }
            during[1] = desk.pausedNanos();
            return BrokerBench.pin("1234");
        });
        ask(number, Role.USER);
        assertTrue(during[1] > during[0], "the clock of the pause runs while the source is asked");
        long after = desk.pausedNanos();
        assertTrue(after >= during[1]);
        assertEquals(after, desk.pausedNanos(), "and stands still afterwards");
    }

    @Test
    void aProcessThatSpeaksNonsenseGetsNoPinAndNoAnswer() throws Exception {
        desk.admit(answering("a "));
        Values.put(far.begin(1), TOKEN);
        far.put("NOBODY").send();
        assertThrows(IOException.class, far::receive);
        thread.join();
        assertTrue(given.isEmpty());
    }

    @Test
    void aBrokenConnectionMeansThatNobodyCanBeAsked() throws Exception {
        int number = desk.admit(answering("a "));
        far.close();
        thread.join();
        TokenException told = refused(number);
        assertEquals(Failure.LOGIN_REQUIRED, told.failure());
        assertEquals("the PIN cannot be asked for any more", told.getMessage());
    }

    private static Chatter chatter(InputStream source) {
        Chatter chatter = new Chatter(source);
        chatter.run();
        return chatter;
    }

    private static String lastOf(String said, int octets) {
        return chatter(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)))
                .last(octets);
    }

    @Test
    void theLastWordsOfALibraryAreKeptAsOneHarmlessLine() {
        assertEquals("", lastOf("", 10));
        assertEquals("one two", lastOf(" one\r\n\ttwo\u0007\n", 100));
        assertEquals("red  [31m alert", lastOf("red \u001b[31m alert", 100), "no terminal is steered");
        assertEquals("a b", lastOf("a\u202eb", 100), "no line is turned round");
        assertEquals("yz", lastOf("abcxyz", 2));
        assertEquals("abc", lastOf("abc", 3));
        String large = "0123456789".repeat(2_000);
        assertEquals(16 << 10, lastOf(large, 1 << 20).length());
        assertTrue(lastOf(large, 1 << 20).endsWith("56789"));
        assertEquals("6789", lastOf(large, 4));
    }

    @Test
    void aStreamThatBreaksKeepsWhatCameBefore() {
        InputStream broken = new InputStream() {
            private int left = 3;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertEquals("xxx", chatter(broken).last(10));
        assertFalse(chatter(InputStream.nullInputStream()).last(10).contains("x"));
    }
}

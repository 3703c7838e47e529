package cairn.hsm.broker;

import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A broker's process whose library is written in Java: one slot with a software token in it, which does its signing for
 * real, and which misbehaves when it is told to by a message. What happens in it is written to a file.
 */
final class ScriptedBroker implements TokenModule {
    private final Path folder;

    private ScriptedBroker(Path folder) {
        this.folder = folder;
    }

    /** The folder has the token and the notes; a file {@code on-start} there says what happens at the start. */
    public static void main(String[] arguments) throws IOException {
        BrokerServer.serve(
                System.in,
                List.of(arguments),
                given -> start(Path.of(given.getFirst())),
                Thread.ofPlatform().daemon().factory());
        Runtime.getRuntime().halt(0);
    }

    static TokenModule start(Path folder) throws TokenException {
        note(folder, "start");
        Path script = folder.resolve("on-start");
        if (Files.exists(script)) {
            try {
                Misbehaviour.act(Files.readString(script), "C_Initialize");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ScriptedBroker(folder);
    }

    static void note(Path folder, String line) {
        try {
            Files.writeString(
                    folder.resolve("notes"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo(folder.toString(), "Cairn tests", "scripted", "1.0", "3.2");
    }

    @Override
    public List<SlotInfo> slots() throws TokenException {
        Path script = folder.resolve("on-slots");
        if (Files.exists(script)) {
            Misbehaviour.act("hang", "C_GetSlotList");
        }
        return List.of(
                new SlotInfo(-2L, "the only slot", "Cairn tests", true, SoftwareToken.info(token())),
                new SlotInfo(7, "an empty slot", "Cairn tests", false, null));
    }

    private Path token() {
        return folder.resolve("token");
    }

    @Override
    public List<MechanismInfo> mechanisms(TokenSelector token) throws TokenException {
        SoftwareToken.info(token());
        return List.of(new MechanismInfo(0x8000_0001L, "0x80000001", 0, -1L, Set.of("CKF_SIGN")));
    }

    @Override
    public List<ObjectInfo> objects(TokenSelector token, @Nullable PinSource pins) throws TokenException {
        if (pins == null) {
            return List.of();
        }
        try (Pin pin = pins.request(token, PinSource.Role.USER)) {
            return List.of(new ObjectInfo("CKO_DATA", Map.of("CKA_LABEL", text(pin))));
        }
    }

    @Override
    public Token open(TokenSelector wanted, PinSource pins, TokenOptions options) throws TokenException {
        TokenInfo info = SoftwareToken.info(token());
        boolean same = wanted.serialNumber().map(info.serialNumber()::equals).orElse(true);
        if (!wanted.label().equals(info.label()) || !same) {
            throw new TokenException(Failure.TOKEN_ABSENT, "no token " + wanted);
        }
        note(folder, "login");
        SoftwareToken token =
                SoftwareToken.open(token(), (selector, role) -> pins.request(wanted, role), new SecureRandom());
        return new ScriptedToken(
                token, () -> pins.request(wanted, PinSource.Role.CONTEXT_SPECIFIC), () -> note(folder, "logout"));
    }

    @Override
    public TokenInfo initToken(long slotId, Pin securityOfficer, String label) throws TokenException {
        note(folder, "init token " + slotId + " " + text(securityOfficer) + " " + label);
        return SoftwareToken.info(token());
    }

    @Override
    public void initPin(TokenSelector token, Pin securityOfficer, Pin user) {
        note(folder, "init pin " + token.label() + " " + text(securityOfficer) + " " + text(user));
    }

    @Override
    public void setPin(TokenSelector token, Pin old, Pin fresh) throws TokenException {
        note(folder, "set pin " + token.serialNumber().orElse("-") + " " + text(old) + " " + text(fresh));
        throw new TokenException(
                Failure.PIN_UNSUITABLE, "C_SetPIN", 0xA2, "CKR_PIN_LEN_RANGE", new IOException("the first cause"));
    }

    private static String text(Pin pin) {
        return new String(pin.octets().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        note(folder, "close");
    }

    /** How to find the token. */
    static TokenSelector selector() {
        return new TokenSelector("Scripted", Optional.empty());
    }
}

package cairn.hsm.token;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PKCS#11 library, loaded in this process or in a broker's. */
public interface TokenModule extends AutoCloseable {
    /** For {@link #initToken}: the first slot whose token is not initialised. */
    long FIRST_UNINITIALIZED = -1L;

    /** CK_INFO of the library. */
    record ModuleInfo(
            String library, String manufacturer, String description, String version, String cryptokiVersion) {}

    /** A slot as it is seen now; {@code token} is null where none is present. Slot numbers are for display only. */
    record SlotInfo(
            long slotId,
            String description,
            String manufacturer,
            boolean initialized,
            @Nullable TokenInfo token) {}

    /** An object on a token: its class and the attributes that may be read, by name, in readable form. */
    record ObjectInfo(String objectClass, Map<String, String> attributes) {}

    /** What it says of itself. */
    ModuleInfo info() throws TokenException;

    /** All slots. */
    List<SlotInfo> slots() throws TokenException;

    /** The mechanisms of a token, without logging in. */
    List<MechanismInfo> mechanisms(TokenSelector token) throws TokenException;

    /** The objects of a token; private ones too if {@code pins} gives a PIN (null: do not log in). */
    List<ObjectInfo> objects(TokenSelector token, @Nullable PinSource pins) throws TokenException;

    /** Logs in and opens sessions. */
    Token open(TokenSelector token, PinSource pins, TokenOptions options) throws TokenException;

    /**
     * Initialises the token in a slot, which destroys what is on it.
     *
     * @param slotId a slot, or {@link #FIRST_UNINITIALIZED}
     */
    TokenInfo initToken(long slotId, Pin securityOfficer, String label) throws TokenException;

    /** Sets the user's PIN as security officer (after initialisation, or to unlock). */
    void initPin(TokenSelector token, Pin securityOfficer, Pin user) throws TokenException;

    /** Changes the user's PIN. */
    void setPin(TokenSelector token, Pin old, Pin fresh) throws TokenException;

    @Override
    void close();
}

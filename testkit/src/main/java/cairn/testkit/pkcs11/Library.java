package cairn.testkit.pkcs11;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of the module: tokens and sessions. Guarded by its own monitor. */
final class Library {
    /** Slot numbers move with every C_Initialize, as SoftHSM's do: whoever keeps one is found out. */
    private static final long SLOTS_PER_START = 0x100;

    private final NativeLayout layout;
    private final SecureRandom random;
    private final List<VirtualToken> tokens = new ArrayList<>();
    private final Map<Long, VirtualSession> sessions = new LinkedHashMap<>();
    private long nextSession = 1;
    private long starts;
    private boolean initialized;

    Library(NativeLayout layout, SecureRandom random) {
        this.layout = layout;
        this.random = random;
    }

    NativeLayout layout() {
        return layout;
    }

    SecureRandom random() {
        return random;
    }

    synchronized VirtualToken addToken(String serialNumber) {
        VirtualToken token = new VirtualToken(this, serialNumber);
        tokens.add(token);
        return token;
    }

    synchronized List<VirtualToken> tokens() {
        return List.copyOf(tokens);
    }

    synchronized void initialize() throws RefusedException {
        if (initialized) {
            throw new RefusedException(Pkcs11.CKR_CRYPTOKI_ALREADY_INITIALIZED);
        }
        initialized = true;
        starts++;
    }

    synchronized void requireInitialized() throws RefusedException {
        if (!initialized) {
            throw new RefusedException(Pkcs11.CKR_CRYPTOKI_NOT_INITIALIZED);
        }
    }

    synchronized void finalizeLibrary() {
        closeAllSessions();
        initialized = false;
    }

    synchronized long slotOf(VirtualToken token) {
        return starts * SLOTS_PER_START + tokens.indexOf(token);
    }

    /** What is or was in a slot, present or not. */
    synchronized VirtualToken slot(long slot) throws RefusedException {
        requireInitialized();
        long index = slot - starts * SLOTS_PER_START;
        if (index < 0 || index >= tokens.size()) {
            throw new RefusedException(Pkcs11.CKR_SLOT_ID_INVALID);
        }
        return tokens.get((int) index);
    }

    VirtualToken present(long slot) throws RefusedException {
        VirtualToken token = slot(slot);
        if (!token.isPresent()) {
            throw new RefusedException(Pkcs11.CKR_TOKEN_NOT_PRESENT);
        }
        return token;
    }

    synchronized long open(VirtualToken token, boolean readWrite) {
        long handle = nextSession++;
        sessions.put(handle, new VirtualSession(token, readWrite));
        return handle;
    }

    synchronized VirtualSession session(long handle) throws RefusedException {
        requireInitialized();
        VirtualSession session = sessions.get(handle);
        if (session == null) {
            throw new RefusedException(Pkcs11.CKR_SESSION_HANDLE_INVALID);
        }
        return session;
    }

    synchronized void close(long handle) throws RefusedException {
        VirtualToken token = session(handle).token();
        sessions.remove(handle);
        if (sessions(token).isEmpty()) {
            token.logOut();
        }
    }

    synchronized void closeSessions(VirtualToken token) {
        sessions.values().removeIf(session -> session.token() == token);
        token.logOut();
    }

    synchronized List<VirtualSession> sessions(VirtualToken token) {
        return sessions.values().stream()
                .filter(session -> session.token() == token)
                .toList();
    }

    synchronized void closeAllSessions() {
        tokens.forEach(this::closeSessions);
    }

    synchronized void removeTokens() {
        tokens.forEach(VirtualToken::remove);
    }

    synchronized void logOutAll() {
        tokens.forEach(VirtualToken::logOut);
    }

    synchronized void forgetHandles() {
        tokens.forEach(VirtualToken::forgetHandles);
    }
}

package cairn.hsm.cryptoki;

import java.lang.foreign.Arena;

/**
 * The functions of one PKCS#11 library. Knows no state: who calls what in which order, and that no two threads use one
 * session at a time, is the caller's duty.
 */
public final class Cryptoki {
    private final FunctionTable table;
    private final LibraryCalls library;
    private final SessionCalls sessions;
    private final ObjectCalls objects;
    private final KeyCalls keys;

    private Cryptoki(FunctionTable table) {
        this.table = table;
        this.library = new LibraryCalls(table);
        this.sessions = new SessionCalls(table);
        this.objects = new ObjectCalls(table);
        this.keys = new KeyCalls(table);
    }

    /** Loads a library and finds its functions; calls none but C_GetInterface and C_GetFunctionList. */
    public static Cryptoki load(FunctionListSource source) throws LibraryLoadException {
        return new Cryptoki(FunctionTable.load(source));
    }

    /** The version of the function list that is used, such as {@code 2.40} or {@code 3.0}. */
    public String version() {
        return table.version();
    }

    /** Whether the library has this function. */
    public boolean has(CryptokiFunction function) {
        return table.has(function);
    }

    /** General functions, slots and tokens. */
    public LibraryCalls library() {
        return library;
    }

    /** Sessions and log-in. */
    public SessionCalls sessions() {
        return sessions;
    }

    /** Objects and attributes. */
    public ObjectCalls objects() {
        return objects;
    }

    /** Keys, verification, decryption, random numbers. */
    public KeyCalls keys() {
        return keys;
    }

    /** Buffers for signing in one thread; they live as long as {@code arena}. */
    public SignCalls signing(Arena arena) throws CryptokiException {
        return new SignCalls(table, arena);
    }
}

package cairn.testkit.pkcs11;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PKCS#11 module in memory. Give its function list or its exported symbols to a binding, its script what shall go
 * wrong, and its tokens what they shall be like. Its memory lives as long as this object; nothing is to be closed.
 */
public final class JavaModule {
    /** The user's PIN of every token. */
    public static final String PIN = "271828";

    /** The security officer's PIN of every token. */
    public static final String SO_PIN = "31415926";

    private final FaultScript script = new FaultScript();
    private final Library library;
    private final Dispatcher dispatcher;
    private final FunctionTable table;
    private final GeneralFunctions.Lists lists;

    private JavaModule(NativeLayout layout, SecureRandom random) {
        library = new Library(layout, random);
        Map<Function, Handler> handlers = new EnumMap<>(Function.class);
        GeneralFunctions general = new GeneralFunctions(library);
        general.register(handlers);
        new SlotFunctions(library).register(handlers);
        new SessionFunctions(library).register(handlers);
        new ObjectFunctions(library).register(handlers);
        new KeyFunctions(library).register(handlers);
        new SignFunctions(library).register(handlers);
        dispatcher = new Dispatcher(layout, script, library, handlers);
        table = new FunctionTable(layout, dispatcher);
        lists = GeneralFunctions.lists(layout, table);
        general.handOut(lists);
    }

    /** A module without tokens. */
    public static JavaModule empty(NativeLayout layout, SecureRandom random) {
        return new JavaModule(layout, random);
    }

    /** A module with one initialised token, compiled as on POSIX. */
    public static JavaModule withToken(String label, SecureRandom random) {
        JavaModule module = empty(NativeLayout.POSIX, random);
        module.addToken(label, "J0001");
        return module;
    }

    /** Adds an initialised token with {@link #PIN} and {@link #SO_PIN}. */
    public VirtualToken addToken(String label, String serialNumber) {
        VirtualToken token = library.addToken(serialNumber);
        token.initialize(label, SO_PIN, PIN);
        return token;
    }

    /** Adds a token that C_InitToken has yet to initialise. */
    public VirtualToken addBlankToken(String serialNumber) {
        return library.addToken(serialNumber);
    }

    /** The token with this label. */
    public VirtualToken token(String label) {
        return library.tokens().stream()
                .filter(token -> token.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no token " + label));
    }

    /** What shall go wrong. */
    public FaultScript script() {
        return script;
    }

    /** CK_FUNCTION_LIST of version 2.40. */
    public MemorySegment functionList() {
        return lists.functionList();
    }

    /** CK_FUNCTION_LIST_3_2. */
    public MemorySegment functionList32() {
        return table.list(3, 2, Function.values().length);
    }

    /** What a library file would export: C_GetFunctionList, C_GetInterfaceList and C_GetInterface. */
    public SymbolLookup symbols() {
        return name -> switch (name) {
            case "C_GetFunctionList" -> Optional.of(table.stub(Function.C_GetFunctionList));
            case "C_GetInterfaceList" -> Optional.of(table.stub(Function.C_GetInterfaceList));
            case "C_GetInterface" -> Optional.of(table.stub(Function.C_GetInterface));
            default -> Optional.empty();
        };
    }

    /** What an older library file would export: C_GetFunctionList alone. */
    public SymbolLookup symbols240() {
        return name -> name.equals("C_GetFunctionList")
                ? Optional.of(table.stub(Function.C_GetFunctionList))
                : Optional.empty();
    }

    /** Bugs of this module itself; a test that sees CKR_GENERAL_ERROR without having asked for it looks here. */
    public List<Throwable> failures() {
        return dispatcher.failures();
    }
}

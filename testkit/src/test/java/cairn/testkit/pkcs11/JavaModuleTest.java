package cairn.testkit.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.SeededRandom;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The module as a program in C sees it; offsets are those that gcc gives for both layouts. */
final class JavaModuleTest {
    private static final MemorySegment NULL = MemorySegment.NULL;
    private static final byte[] YES = {1};

    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void free() {
        arena.close();
    }

    private static JavaModule module(NativeLayout layout) {
        JavaModule module = JavaModule.empty(layout, SeededRandom.of(3));
        module.addToken("granite", "J0001");
        return module;
    }

    private CProgram program(NativeLayout layout, JavaModule module) {
        return new CProgram(layout == NativeLayout.WINDOWS, module.functionList(), arena);
    }

    /** Initialises, opens a read/write session and logs in. */
    private static long session(CProgram c) {
        assertEquals(0, c.call(0, NULL));
        MemorySegment slot = c.ulong(0);
        assertEquals(0, c.call(4, (byte) 1, slot, c.ulong(1)));
        MemorySegment session = c.ulong(0);
        assertEquals(0, c.call(12, c.get(slot, 0), 6L, NULL, NULL, session));
        byte[] pin = JavaModule.PIN.getBytes(StandardCharsets.US_ASCII);
        assertEquals(0, c.call(18, c.get(session, 0), 1L, c.octets(pin), (long) pin.length));
        return c.get(session, 0);
    }

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void tokenInfoHasItsMembersWhereTheCompilerPutsThem(NativeLayout layout) {
        JavaModule module = module(layout);
        CProgram c = program(layout, module);
        boolean windows = layout == NativeLayout.WINDOWS;
        assertEquals(0, c.call(0, NULL));
        MemorySegment slot = c.ulong(0);
        assertEquals(0, c.call(4, (byte) 1, slot, c.ulong(1)));
        MemorySegment info = c.room(windows ? 160 : 208);
        assertEquals(0, c.call(6, c.get(slot, 0), info));
        byte[] octets = info.toArray(ValueLayout.JAVA_BYTE);
        assertEquals("granite" + " ".repeat(25), new String(octets, 0, 32, StandardCharsets.UTF_8));
        assertEquals("J0001           ", new String(octets, 80, 16, StandardCharsets.UTF_8));
        assertEquals(0x40D, c.get(info, 96), "flags");
        assertEquals(32, c.get(info, windows ? 116 : 136), "ulMaxPinLen");
        assertEquals(4, c.get(info, windows ? 120 : 144), "ulMinPinLen");
        int firmware = windows ? 142 : 186;
        assertEquals(3, octets[firmware]);
        assertEquals(4, octets[firmware + 1]);
        assertEquals(List.of(), module.failures());
    }

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void aCurveKeyIsGeneratedAndSigns(NativeLayout layout) throws Exception {
        JavaModule module = module(layout);
        CProgram c = program(layout, module);
        long session = session(c);
        byte[] curve = HexFormat.of().parseHex("06082a8648ce3d030107");
        MemorySegment open = c.ulong(0);
        MemorySegment secret = c.ulong(0);
        assertEquals(
                0,
                c.call(
                        59,
                        session,
                        c.mechanism(0x1040),
                        c.template(0x180L, curve, 0x1L, YES),
                        2L,
                        c.template(0x1L, YES, 0x108L, YES),
                        2L,
                        open,
                        secret));
        MemorySegment point = c.template(0x181L, new byte[67]);
        assertEquals(0, c.call(24, session, c.get(open, 0), point, 1L));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("x".getBytes(StandardCharsets.US_ASCII));
        assertEquals(0, c.call(42, session, c.mechanism(0x1041), c.get(secret, 0)));
        MemorySegment length = c.ulong(0);
        assertEquals(0, c.call(43, session, c.octets(digest), 32L, NULL, length));
        assertEquals(64, c.get(length, 0));
        MemorySegment signature = c.room(64);
        assertEquals(0, c.call(43, session, c.octets(digest), 32L, signature, length));
        // SubjectPublicKeyInfo of P-256: a fixed head, then the point without the head of its OCTET STRING.
        byte[] head = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
        byte[] info = Arrays.copyOf(head, head.length + 65);
        byte[] value = value(c, point, layout);
        System.arraycopy(value, 2, info, head.length, 65);
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(info)));
        verifier.update("x".getBytes(StandardCharsets.US_ASCII));
        assertTrue(verifier.verify(signature.toArray(ValueLayout.JAVA_BYTE)));
        assertEquals(List.of(), module.failures());
    }

    @SuppressWarnings("restricted") // the length stands beside the pointer
    private static byte[] value(CProgram c, MemorySegment attribute, NativeLayout layout) {
        boolean windows = layout == NativeLayout.WINDOWS;
        long length = c.get(attribute, windows ? 12 : 16);
        return attribute
                .get(ValueLayout.ADDRESS_UNALIGNED, windows ? 4 : 8)
                .reinterpret(length)
                .toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void secretsStayInsideAndUnknownAttributesSaySo() {
        JavaModule module = module(NativeLayout.POSIX);
        CProgram c = program(NativeLayout.POSIX, module);
        long session = session(c);
        MemorySegment secret = c.ulong(0);
        byte[] set = new BigInteger("0200000000000000", 16).toByteArray();
        assertEquals(
                0,
                c.call(
                        59,
                        session,
                        c.mechanism(0x1C),
                        c.template(0x61DL, set),
                        1L,
                        c.template(0x108L, YES),
                        1L,
                        c.ulong(0),
                        secret));
        MemorySegment wanted = c.template(0x11L, new byte[5000]);
        assertEquals(Pkcs11.CKR_ATTRIBUTE_SENSITIVE, c.call(24, session, c.get(secret, 0), wanted, 1L));
        assertEquals(-1, c.get(wanted, 16));
        MemorySegment unknown = c.template(0x7777L, new byte[1]);
        assertEquals(Pkcs11.CKR_ATTRIBUTE_TYPE_INVALID, c.call(24, session, c.get(secret, 0), unknown, 1L));
        MemorySegment small = c.template(0x100L, new byte[7]);
        assertEquals(Pkcs11.CKR_BUFFER_TOO_SMALL, c.call(24, session, c.get(secret, 0), small, 1L));
    }

    @Test
    void orderOfCallsIsEnforced() {
        JavaModule module = module(NativeLayout.POSIX);
        CProgram c = program(NativeLayout.POSIX, module);
        assertEquals(Pkcs11.CKR_CRYPTOKI_NOT_INITIALIZED, c.call(2, c.room(88)));
        long session = session(c);
        assertEquals(Pkcs11.CKR_CRYPTOKI_ALREADY_INITIALIZED, c.call(0, NULL));
        assertEquals(Pkcs11.CKR_USER_ALREADY_LOGGED_IN, c.call(18, session, 1L, c.octets(YES), 1L));
        assertEquals(
                Pkcs11.CKR_OPERATION_NOT_INITIALIZED, c.call(43, session, c.octets(YES), 1L, c.room(64), c.ulong(64)));
        assertEquals(Pkcs11.CKR_KEY_HANDLE_INVALID, c.call(42, session, c.mechanism(0x1041), 99L));
        assertEquals(Pkcs11.CKR_FUNCTION_NOT_SUPPORTED, c.call(58, session, NULL, NULL, 0L, NULL));
        assertEquals(0, c.call(13, session));
        assertEquals(Pkcs11.CKR_SESSION_HANDLE_INVALID, c.call(13, session));
        assertEquals(0, c.call(1, NULL));
        assertEquals(List.of(), module.failures());
    }

    @Test
    void theScriptCountsAndStrikes() {
        JavaModule module = module(NativeLayout.POSIX);
        CProgram c = program(NativeLayout.POSIX, module);
        long session = session(c);
        FaultScript script = module.script();
        script.after(2, Function.C_GenerateRandom, new Fault.Refuse(0x30));
        script.next(Function.C_GetInfo, new Fault.LoseAnswer(0x5));
        assertEquals(0, c.call(64, session, c.room(8), 8L));
        assertEquals(0, c.call(64, session, c.room(8), 8L));
        assertEquals(0x30, c.call(64, session, c.room(8), 8L));
        assertEquals(0, c.call(64, session, c.room(8), 8L));
        assertEquals(4, script.calls(Function.C_GenerateRandom));
        assertEquals(3, script.performed(Function.C_GenerateRandom));
        assertEquals(5, c.call(2, c.room(88)));
        assertEquals(1, script.performed(Function.C_GetInfo));
        script.always(Function.C_GetInfo, new Fault.Refuse(0x6));
        assertEquals(6, c.call(2, c.room(88)));
        assertEquals(6, c.call(2, c.room(88)));
        script.clear();
        assertEquals(0, c.call(2, c.room(88)));
    }

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void theInterfacesLeadToListsOfTheirVersion(NativeLayout layout) {
        JavaModule module = module(layout);
        boolean windows = layout == NativeLayout.WINDOWS;
        CProgram c = new CProgram(windows, module.functionList32(), arena);
        MemorySegment answer = c.room(8);
        assertEquals(0, c.call(69, NULL, NULL, answer, 0L));
        assertEquals("3.2", version(answer));
        assertEquals(0, c.call(69, arena.allocateFrom("PKCS 11"), c.octets((byte) 3, (byte) 0), answer, 0L));
        assertEquals("3.0", version(answer));
        assertEquals(Pkcs11.CKR_FUNCTION_FAILED, c.call(69, arena.allocateFrom("Vendor"), NULL, answer, 0L));
        MemorySegment count = c.ulong(0);
        assertEquals(0, c.call(68, NULL, count));
        assertEquals(3, c.get(count, 0));
    }

    @SuppressWarnings("restricted") // follows CK_INTERFACE to its function list
    private static String version(MemorySegment answer) {
        MemorySegment structure = answer.get(ValueLayout.ADDRESS_UNALIGNED, 0).reinterpret(16);
        byte[] version =
                structure.get(ValueLayout.ADDRESS_UNALIGNED, 8).reinterpret(2).toArray(ValueLayout.JAVA_BYTE);
        return version[0] + "." + version[1];
    }
}

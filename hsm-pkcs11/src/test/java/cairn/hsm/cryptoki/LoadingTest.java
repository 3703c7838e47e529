package cairn.hsm.cryptoki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.SoftHsm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where functions come from, and what is refused as a source. */
final class LoadingTest {
    @TempDir
    Path folder;

    private static String refusal(FunctionListSource source) {
        return String.valueOf(assertThrows(LibraryLoadException.class, () -> Cryptoki.load(source))
                .getMessage());
    }

    @Test
    void aMissingFileIsRefused() {
        String words = refusal(new FunctionListSource.LibraryFile(folder.resolve("absent.so")));
        assertTrue(words.contains("cannot be loaded: there is no such file"), words);
    }

    @Test
    void aFileThatIsNoLibraryIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.so"), "no library");
        assertTrue(refusal(new FunctionListSource.LibraryFile(text))
                .contains("cannot be loaded: it may not be read, is no library"));
    }

    @Test
    void aLibraryWithoutTheFunctionIsRefused() {
        String words = refusal(new FunctionListSource.Exports("empty", name -> Optional.empty(), Abi.POSIX));
        assertTrue(words.contains("C_GetFunctionList"), words);
    }

    @Test
    void aListOfAnotherVersionIsRefused() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(8 + 104 * 8L);
            list.set(ValueLayout.JAVA_BYTE, 0, (byte) 4);
            String words = refusal(new FunctionListSource.InMemory("future", list, Abi.POSIX));
            assertTrue(words.contains("4.0"), words);
        }
    }

    @Test
    void nullPointersAreFunctionsThatAreNotThere() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(8 + 68 * 8L);
            list.set(ValueLayout.JAVA_BYTE, 0, (byte) 2);
            list.set(ValueLayout.JAVA_BYTE, 1, (byte) 40);
            Cryptoki cryptoki = Cryptoki.load(new FunctionListSource.InMemory("empty", list, Abi.POSIX));
            assertEquals("2.40", cryptoki.version());
            for (CryptokiFunction function : CryptokiFunction.values()) {
                assertFalse(cryptoki.has(function), function.name());
            }
            CryptokiException missing = assertThrows(
                    CryptokiException.class, () -> cryptoki.sessions().close(1));
            assertTrue(missing.is(ReturnValue.FUNCTION_NOT_SUPPORTED));
            assertEquals("C_CloseSession returned CKR_FUNCTION_NOT_SUPPORTED", missing.getMessage());
        }
    }

    @Test
    void functionsOfLaterVersionsAreNotReadBeyondTheList() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(8 + 68 * 8L).fill((byte) 1);
            list.set(ValueLayout.JAVA_BYTE, 0, (byte) 2);
            Cryptoki cryptoki = Cryptoki.load(new FunctionListSource.InMemory("old", list, Abi.POSIX));
            assertTrue(cryptoki.has(CryptokiFunction.C_Sign));
            assertFalse(cryptoki.has(CryptokiFunction.C_LoginUser));
            assertFalse(cryptoki.has(CryptokiFunction.C_GetSessionValidationFlags));
        }
    }

    @Test
    void packedListsHaveTheirPointersAtOddPlaces() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(2 + 68 * 8L);
            list.set(ValueLayout.JAVA_BYTE, 0, (byte) 2);
            list.set(ValueLayout.ADDRESS_UNALIGNED, 2 + 43 * 8L, list);
            Cryptoki cryptoki = Cryptoki.load(new FunctionListSource.InMemory("packed", list, Abi.WINDOWS));
            assertTrue(cryptoki.has(CryptokiFunction.C_Sign));
            assertFalse(cryptoki.has(CryptokiFunction.C_SignInit));
        }
    }

    @Test
    void softHsmGivesVersionTwo() throws Exception {
        Cryptoki cryptoki = Cryptoki.load(
                new FunctionListSource.LibraryFile(SoftHsm.in(folder).library()));
        assertEquals("2.40", cryptoki.version());
        assertTrue(cryptoki.has(CryptokiFunction.C_WrapKey));
    }
}

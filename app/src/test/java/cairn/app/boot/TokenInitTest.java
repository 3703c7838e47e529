package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import cairn.testkit.SeededRandom;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Function;
import cairn.testkit.pkcs11.JavaModule;
import cairn.testkit.pkcs11.NativeLayout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code token init} finds out before it touches a token, and what {@code token} shows of the result. */
final class TokenInitTest {
    private static final long CKR_PIN_TOO_WEAK = 0x1B8;

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private JavaModule java;
    private JavaModuleTokens tokens;
    private Path pin;
    private Path officer;

    @BeforeEach
    void start() throws Exception {
        java = JavaModule.empty(NativeLayout.POSIX, SeededRandom.of(7));
        java.addToken("theirs", "J0001");
        java.addBlankToken("J0002");
        tokens = JavaModuleTokens.of(java);
        cairn.done("workspace", "init");
        cairn.reach(tokens);
        pin = cairn.secret("user-pin", JavaModule.PIN);
        officer = cairn.secret("so-pin", JavaModule.SO_PIN);
    }

    @AfterEach
    void end() {
        tokens.close();
        assertEquals(List.of(), java.failures());
    }

    private int init(Path user, Path so, String... options) {
        List<String> all = new ArrayList<>(List.of("token", "init", "main", "--module", "lib.so"));
        all.addAll(List.of("--pin-file", user.toString(), "--so-pin-file", so.toString(), "-w", cairn.workspace()));
        all.addAll(List.of(options));
        return cairn.run(all.toArray(String[]::new));
    }

    private void refused(ExitCode code, int actual, String... words) {
        assertEquals(code.code(), actual, cairn::err);
        for (String part : words) {
            assertTrue(cairn.err().contains(part), cairn::err);
        }
        assertEquals(0, java.script().calls(Function.C_InitToken), "a token was touched");
        assertEquals("", cairn.done("token", "list", "--json"));
    }

    private String slotOf(String serial) throws IOException {
        for (String line : cairn.done("token", "list", "--module", "lib.so", "--json")
                .lines()
                .toList()) {
            JsonNode slot = new ObjectMapper().readTree(line);
            if (slot.path("serialNumber").asText().equals(serial)) {
                return slot.get("slot").asText();
            }
        }
        return "none";
    }

    @ParameterizedTest
    @CsvSource({"271, 31415926, the user's PIN is too short", "271828, 314, the security officer's PIN is too short"})
    void aPinThatTheTokenWouldNotTakeLeavesItAsItWas(String user, String so, String words) throws Exception {
        refused(
                ExitCode.TOKEN,
                init(cairn.secret("user", user), cairn.secret("so", so)),
                words,
                "4 to 32 octets",
                "where: token main",
                "code: T-9");
    }

    /** The token may have rules of which it says nothing beforehand. */
    @Test
    void aTokenThatRefusesThePinIsKnownAndGetsAnotherOne() throws Exception {
        java.script().next(Function.C_InitPIN, new Fault.Refuse(CKR_PIN_TOO_WEAK));
        assertEquals(ExitCode.TOKEN.code(), init(pin, officer), cairn::err);
        assertTrue(cairn.err().contains("cairn token change-pin main --unlock"), cairn::err);
        String[] keys = {"token", "keys", "main", "--pin-file", pin.toString(), "-w", cairn.workspace()};
        assertEquals(ExitCode.TOKEN.code(), cairn.run(keys), "it has no user's PIN");
        assertTrue(cairn.err().contains("code: T-"), cairn::err);
        cairn.done(
                "token",
                "change-pin",
                "main",
                "--unlock",
                "--so-pin-file",
                officer.toString(),
                "--new-pin-file",
                pin.toString());
        cairn.done("token", "keys", "main", "--pin-file", pin.toString());
        String journal = cairn.done("audit", "show");
        int refused = journal.indexOf("NO NEW PIN: it was not set by the security officer at token main");
        assertTrue(refused >= 0, journal);
        assertTrue(journal.indexOf("the user's PIN was set by the security officer at token main") > refused, journal);
    }

    @Test
    void aSlotThatIsNotThereIsNamedBesideThoseThatAre() throws Exception {
        String there = slotOf("J0001");
        refused(
                ExitCode.TOKEN,
                init(pin, officer, "--slot", "4711"),
                "The library has no such slot.",
                "slot 4711 of ",
                there,
                "code: T-2");
    }

    @Test
    void eraseWithoutASlotIsWrongUsage() {
        refused(ExitCode.USAGE, init(pin, officer, "--erase"), "--erase does not say which token.", "code: T-17");
    }

    @ParameterizedTest
    @CsvSource({"--erase", "--slot=1", "--so-pin-fd=3"})
    void aSoftwareTokenHasNoSlotAndNoOfficer(String option) {
        refused(
                ExitCode.USAGE,
                cairn.run("token", "init", "soft", option, "-w", cairn.workspace()),
                "--module",
                "code: T-17");
    }

    @Test
    void withoutAFreshTokenTheWayToAnOldOneIsNamed() {
        assertEquals(0, init(pin, officer), cairn::err);
        String[] second = {
            "token",
            "init",
            "second",
            "--module",
            "lib.so",
            "--pin-file",
            pin.toString(),
            "--so-pin-file",
            officer.toString(),
            "-w",
            cairn.workspace()
        };
        assertEquals(ExitCode.TOKEN.code(), cairn.run(second));
        assertTrue(cairn.err().contains("no token that is not initialised yet"), cairn::err);
        assertTrue(cairn.err().contains("--slot N with --erase"), cairn::err);
    }

    @Test
    void slotsAreListedWithTheSerialNumbersOfTheirTokens() {
        String listed = cairn.done("token", "list", "--module", "lib.so");
        assertTrue(listed.lines().anyMatch(line -> line.matches("slot \\d+ +theirs +serial J0001 .*")), listed);
        assertTrue(
                listed.lines().anyMatch(line -> line.matches("slot \\d+ +token, not initialised +serial J0002 .*")),
                listed);
    }

    @Test
    void whatIsEmptyIsSaidInWords() {
        assertEquals("The workspace has no tokens." + System.lineSeparator(), cairn.done("token", "list"));
        assertEquals(0, init(pin, officer), cairn::err);
        String[] keys = {"token", "keys", "main", "--pin-file", pin.toString()};
        assertEquals("The token has no signing keys." + System.lineSeparator(), cairn.done(keys));
        assertEquals("", cairn.done("token", "keys", "main", "--pin-file", pin.toString(), "--json"));
    }

    @Test
    void whatATokenCanDoFitsOnATerminal() {
        assertEquals(0, init(pin, officer), cairn::err);
        String shown = cairn.done("token", "info", "main", "--pin-file", pin.toString());
        assertTrue(shown.lines().allMatch(line -> line.length() <= 100), shown);
        List<String> mechanisms =
                shown.lines().dropWhile(line -> !line.startsWith("mechanisms")).toList();
        assertTrue(mechanisms.size() > 1, shown);
        assertTrue(mechanisms.stream().skip(1).allMatch(line -> line.startsWith(" ".repeat(15) + "CKM_")), shown);
        assertFalse(mechanisms.getLast().endsWith(","), shown);
    }
}

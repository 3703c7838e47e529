package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PIN comes from one place, and goes to one token. */
final class PinOptionsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private void says(ExitCode code, List<String> command, String... parts) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-w", cairn.workspace()));
        assertEquals(code.code(), cairn.run(all.toArray(String[]::new)), cairn::err);
        for (String part : parts) {
            assertTrue(cairn.err().contains(part), cairn::err);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token keys soft --pin-file a --pin-fd 3",
                "token keys soft --pin-credential a --pin-fd 3",
                "crl sign root --pin-file a --pin-credential b",
                "token init hsm --module m --so-pin-file a --so-pin-fd 3",
                "token change-pin soft --new-pin-file a --new-pin-credential b",
                "authority create-intermediate i --subject CN=I --parent root --parent-pin-file a --parent-pin-fd 3"
            })
    void twoPlacesForOnePinAreWrongUsage(String command) {
        says(ExitCode.USAGE, List.of(command.split(" ")), "cairn: --", "mutually exclusive");
    }

    @Test
    void theHelpShowsThatOnlyOneIsGiven() {
        assertEquals(0, cairn.run("token", "keys", "--help"));
        assertTrue(
                cairn.out().replaceAll("\\s+", " ").contains("[--pin-file=FILE | --pin-fd=N | --pin-credential=NAME]"),
                cairn::out);
    }

    @Test
    void aCredentialWithoutAServiceManagerIsExplained() throws Exception {
        cairn.done("workspace", "init");
        cairn.doneOnToken("token", "init", "soft");
        says(
                ExitCode.TOKEN,
                List.of("token", "keys", "soft", "--pin-credential", "hsm"),
                "LoadCredential=hsm:FILE",
                "CREDENTIALS_DIRECTORY; it is not set here: use --pin-file",
                "code: T-3");
    }

    @Test
    void aTokenThatWasNotSentAPinIsNotCalledAbsentOrWrong() throws Exception {
        cairn.done("workspace", "init");
        cairn.doneOnToken("token", "init", "soft");
        says(
                ExitCode.TOKEN,
                List.of("token", "keys", "soft", "--pin-file", "/nowhere/pin"),
                "The token needs a PIN, and none could be had.",
                "the PIN file /nowhere/pin cannot be read: there is no /nowhere",
                "code: T-3");
    }

    /** Two tokens with a PIN each: {@code root} lies on the first. */
    private Path twoTokens() throws Exception {
        Path second = cairn.secret("second-pin", "quite another passphrase");
        cairn.done("workspace", "init");
        cairn.doneOnToken("token", "init", "vault");
        cairn.doneOnToken("authority", "create-root", "root", "--subject", "CN=Root", "--key", "ec-p256");
        cairn.done("token", "init", "line", "--pin-file", second.toString());
        return second;
    }

    private static List<String> intermediate(String... options) {
        List<String> command = new ArrayList<>(List.of(
                "authority",
                "create-intermediate",
                "issuing",
                "--subject",
                "CN=Issuing",
                "--key",
                "ec-p256",
                "--parent",
                "root"));
        command.addAll(List.of(options));
        return command;
    }

    @Test
    void eachOfTwoTokensIsSentItsOwnPin() throws Exception {
        Path second = twoTokens();
        cairn.done(intermediate(
                        "--token",
                        "line",
                        "--pin-file",
                        second.toString(),
                        "--parent-pin-file",
                        cairn.pinFile().toString())
                .toArray(String[]::new));
        assertTrue(cairn.done("authority", "list").contains("issuing"));
    }

    @Test
    void onePinIsNotSentToTwoTokens() throws Exception {
        Path second = twoTokens();
        says(
                ExitCode.USAGE,
                intermediate("--token", "line", "--pin-file", second.toString()),
                "one PIN is not sent to two tokens",
                "parent's key: token vault",
                "Give the PIN of token vault by --parent-pin-file",
                "code: T-15");
        String journal = cairn.done("audit", "show");
        assertFalse(journal.contains("LOG-IN FAILED"), journal);
        assertFalse(journal.contains("logged in to token line"), journal);
    }

    @Test
    void aParentOnTheSameTokenHasNoPinOfItsOwn() throws Exception {
        twoTokens();
        String pin = cairn.pinFile().toString();
        says(
                ExitCode.USAGE,
                intermediate("--token", "vault", "--pin-file", pin, "--parent-pin-file", pin),
                "there is one PIN only",
                "code: T-15");
    }
}

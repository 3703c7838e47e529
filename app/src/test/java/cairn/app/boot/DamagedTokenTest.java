package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a software token whose file was damaged, or exchanged for another's. */
class DamagedTokenTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private int keys() throws Exception {
        return cairn.run(
                "token",
                "keys",
                "soft",
                "-w",
                cairn.workspace(),
                "--pin-file",
                cairn.pinFile().toString());
    }

    @Test
    void aDamagedFileIsCalledSoAndTheTokenStaysListed() throws Exception {
        cairn.makeAuthorities();
        Path file = Path.of(cairn.workspace(), "tokens", "soft.token");
        byte[] sound = Files.readAllBytes(file);
        byte[] flipped = sound.clone();
        flipped[sound.length / 2] ^= 1;
        for (byte[] damaged : new byte[][] {flipped, Arrays.copyOf(sound, sound.length - 1)}) {
            Files.write(file, damaged);
            assertEquals(4, keys());
            assertTrue(cairn.err().contains("code: T-11"), cairn::err);
            assertTrue(cairn.done("token", "list").startsWith("soft "), cairn::out);
        }
        Files.write(file, new byte[0]);
        assertEquals(4, keys());
        assertTrue(cairn.err().contains("not a software token") && cairn.err().contains("code: T-2"), cairn::err);
        Files.write(file, sound);
        assertEquals(0, keys(), cairn::err);
    }

    @Test
    void anotherTokenInItsPlaceIsNotTakenForIt() throws Exception {
        cairn.makeAuthorities();
        cairn.doneOnToken("token", "init", "other");
        Path tokens = Path.of(cairn.workspace(), "tokens");
        Files.write(tokens.resolve("soft.token"), Files.readAllBytes(tokens.resolve("other.token")));
        String[][] commands = {
            {"token", "keys", "soft"},
            {"crl", "sign", "root"},
            {
                "token",
                "change-pin",
                "soft",
                "--new-pin-file",
                cairn.secret("new", "another passphrase").toString()
            }
        };
        for (String[] command : commands) {
            String[] all = Arrays.copyOf(command, command.length + 4);
            all[command.length] = "-w";
            all[command.length + 1] = cairn.workspace();
            all[command.length + 2] = "--pin-file";
            all[command.length + 3] = cairn.pinFile().toString();
            assertEquals(4, cairn.run(all), () -> String.join(" ", command));
            assertTrue(cairn.err().contains("is the software token 'other'"), cairn::err);
            assertTrue(cairn.err().contains("code: T-2"), cairn::err);
        }
    }
}

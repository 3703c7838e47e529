package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is for everybody can be read by everybody; what is for the operator alone, by nobody else. */
class WhoMayReadTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private String file(String name) {
        return cairn.file(name).toString();
    }

    @Test
    void publicFilesFollowTheUmask() throws Exception {
        cairn.makeAuthorities();
        cairn.done("export", "issuing", "--out", file("chain.pem"));
        cairn.done("export", "issuing", "--form", "p7b", "--out", file("chain.p7b"));
        cairn.done(
                "export",
                "issuing",
                "--form",
                "p12",
                "--out",
                file("trust.p12"),
                "--password-file",
                cairn.secret("password", "open sesame").toString());
        cairn.doneOnToken("crl", "sign", "issuing", "--out", file("issuing.crl"));
        cairn.doneOnToken(
                "authority", "request", "sub", "--subject", "CN=Sub", "--key", "ec-p256", "--out", file("sub.csr"));
        cairn.doneOnToken(
                "issue",
                cairn.request("device").toString(),
                "--issuer",
                "issuing",
                "--profile",
                "iot-device",
                "--out",
                file("issued"));
        String usual = permissions(Files.createFile(cairn.file("usual")));
        for (String name :
                List.of("chain.pem", "chain.p7b", "trust.p12", "issuing.crl", "sub.csr", "issued/device.pem")) {
            assertEquals(usual, permissions(cairn.file(name)), name);
        }
    }

    @Test
    void aWorkspaceIsItsOwnersAlsoWhenItsRegisterWasMadeAnew() throws Exception {
        cairn.makeAuthorities();
        assertEquals(Map.of(), openToOthers());
        cairn.done("workspace", "rebuild");
        assertTrue(Files.exists(Path.of(cairn.workspace(), "register.mv.db")));
        assertEquals(Map.of(), openToOthers());
    }

    /** Files of the workspace that somebody else may read; and the workspace, if somebody else may look into it. */
    private Map<String, String> openToOthers() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path workspace = Path.of(cairn.workspace());
        try (Stream<Path> all = Files.walk(workspace)) {
            for (Path each : all.toList()) {
                boolean matters = each.equals(workspace) || Files.isRegularFile(each);
                if (matters && !permissions(each).endsWith("------")) {
                    found.put(each.toString(), permissions(each));
                }
            }
        }
        return found;
    }
}

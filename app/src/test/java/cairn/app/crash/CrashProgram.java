package cairn.app.crash;

import cairn.ca.issuance.Issuer;
import cairn.ca.signing.KeyStoreToken;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.Pin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

/** A program that works until it reaches a step, says so and waits there to be killed: WORKSPACE TOKEN STEP. */
@SuppressWarnings("SystemOut") // the one who kills it listens
final class CrashProgram {
    static final String REACHED = "reached";
    private static final byte[] PASSPHRASE = "a passphrase".getBytes(StandardCharsets.UTF_8);

    private CrashProgram() {}

    static Pin passphrase() {
        return Pin.ofUtf8(PASSPHRASE.clone());
    }

    static KeyStoreToken open(Path token) throws Exception {
        return TokenKeyStore.over(SoftwareToken.open(token, (selector, role) -> passphrase(), new SecureRandom()));
    }

    public static void main(String[] arguments) throws Exception {
        Step last = Step.valueOf(arguments[2]);
        Observer observer = new Observer() {
            @Override
            public void reached(Step step) {
                if (step == last) {
                    System.out.println(REACHED);
                    System.out.flush();
                    while (true) {
                        LockSupport.park();
                    }
                }
            }

            @Override
            public void seen(String what, byte[] octets) {
                System.out.println(what + " " + HexFormat.of().formatHex(octets));
            }
        };
        try (Workbench bench = new Workbench(Path.of(arguments[0]), observer);
                KeyStoreToken token = open(Path.of(arguments[1]))) {
            Issuer issuer = bench.issuer(token);
            if (last.ofList()) {
                bench.signList(issuer);
            } else {
                bench.issue(issuer);
            }
        }
    }
}

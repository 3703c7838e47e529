package cairn.app.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.crl.CrlException;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.Issuer;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.Register;
import cairn.ca.storage.Surroundings;
import cairn.hsm.broker.BrokerMain;
import cairn.hsm.broker.HostOptions;
import cairn.hsm.broker.HostedModule;
import cairn.hsm.broker.LaunchSpec;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SettableClock;
import cairn.testkit.SoftHsm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the process that holds the token's library at every named step, while the program goes on in the
 * same workspace. With {@code -Dcairn.long=true} 104 kills instead of 32.
 */
class BrokerKillTest {
    private static final int KILLS = Boolean.getBoolean("cairn.long") ? 104 : 32;

    @TempDir
    private Path folder;

    /** Far apart in the module's eyes, so that each death is the first and the next start does not wait. */
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");

    private final Evidence evidence = new Evidence();
    private Optional<Step> wanted = Optional.empty();
    private Optional<HostedModule> module = Optional.empty();
    private int kills;
    private int failures;
    private int left;

    private final class Killer implements Observer {
        @Override
        public void reached(Step step) {
            if (wanted.filter(step::equals).isPresent()) {
                ProcessHandle broker = module.orElseThrow().process().orElseThrow();
                broker.destroyForcibly();
                broker.onExit().orTimeout(60, TimeUnit.SECONDS).join();
                clock.advance(Duration.ofHours(1));
                wanted = Optional.empty();
                kills++;
            }
        }

        @Override
        public void seen(String what, byte[] octets) {
            evidence.add(what, octets);
        }
    }

    @Test
    @SuppressWarnings("SystemOut") // a person who ran the long form wants to know
    void aKilledBrokerCostsAtMostTheSignatureInFlight() throws Exception {
        SoftHsm hsm = SoftHsm.withToken(folder, "crash");
        Path workspace = folder.resolve("ws");
        Register.create(
                        workspace,
                        new NewWorkspace(1, "crash"),
                        Surroundings.of(InstantSource.system(), new SecureRandom(), "crash test", "0", "boot"))
                .close();
        try (HostedModule hosted = start(hsm);
                KeyStoreToken token = TokenKeyStore.over(hosted.open(
                        new TokenSelector("crash", Optional.empty()),
                        (selector, role) -> Pin.ofUtf8(SoftHsm.PIN.getBytes(StandardCharsets.UTF_8)),
                        TokenOptions.DEFAULT));
                Workbench bench = new Workbench(workspace, new Killer())) {
            module = Optional.of(hosted);
            bench.createAuthorities(token);
            Issuer issuer = bench.issuer(token);
            for (int i = 0; i < KILLS; i++) {
                Step step = Step.survivable().get(i % Step.survivable().size());
                try {
                    kill(bench, issuer, step);
                } catch (Exception | AssertionError e) {
                    throw new AssertionError("kill " + i + ", " + step, e);
                }
            }
        }
        System.out.println("kills of the broker: " + kills + " kills, signatures that failed " + failures
                + ", intents left open and settled " + left + ", signatures seen " + evidence.signatures());
        assertEquals(KILLS, kills);
    }

    private void kill(Workbench bench, Issuer issuer, Step step) throws Exception {
        wanted = Optional.of(step);
        boolean done = work(bench, issuer, step);
        assertTrue(wanted.isEmpty(), "the step was not reached");
        evidence.compare(bench.register());
        int open =
                bench.settlement().open().size() + bench.lists().openIntents().size();
        assertTrue(done ? open == 0 : open <= 1, () -> "done " + done + ", open " + open);
        failures += done ? 0 : 1;
        left += open;
        Aftermath.settle(bench);
        assertTrue(work(bench, issuer, step), "after the kill nothing can be signed");
        evidence.compare(bench.register());
    }

    private static boolean work(Workbench bench, Issuer issuer, Step step) throws Exception {
        try {
            if (step.ofList()) {
                bench.signList(issuer);
            } else {
                bench.issue(issuer);
            }
            return true;
        } catch (IssuanceException.UnknownOutcome
                | IssuanceException.NotSigned
                | CrlException.UnknownOutcome
                | CrlException.NotSigned e) {
            return false;
        }
    }

    private HostedModule start(SoftHsm hsm) {
        return new HostedModule(
                LaunchSpec.ofLibrary(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        BrokerMain.arguments(hsm.library(), Optional.empty(), true),
                        Map.of("SOFTHSM2_CONF", hsm.configuration().toString())),
                HostOptions.in(folder),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                clock);
    }
}

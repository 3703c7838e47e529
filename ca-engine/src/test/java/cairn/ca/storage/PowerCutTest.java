package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlIntent;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.storage.PowerCut.Model;
import cairn.ca.x509.CertificateList;
import cairn.testkit.Folders;
import cairn.testkit.SettableClock;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails at many points of a program's work, on journal, register and lists at once. {@code -Dcairn.long=true}
 * makes 5000 cuts instead of 102.
 */
final class PowerCutTest {
    private static final int CUTS = Boolean.getBoolean("cairn.long") ? 5000 : 102;

    private static final List<Model> MODELS = List.of(Model.values());

    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();
    private final List<Promise> promises = new ArrayList<>();
    private final Tally tally = new Tally();

    /** What the program was told is recorded, and how to see that it is. */
    private interface Promise {
        void check(Register register) throws Exception;
    }

    private static final class Tally {
        private int opened;
        private int rebuilt;
        private int remade;
        private int torn;
        private int emptyDatabases;
    }

    @Test
    void nothingThatWasAcknowledgedIsEverLost() throws Exception {
        cut(new Trace(true), CUTS);
        assertTrue(tally.remade > 0 && tally.torn > 0 && tally.opened > CUTS / 2, () -> "opened " + tally.opened);
    }

    /**
     * Then H2 finds an empty database, or none that it can open, and the journal has everything all the same. Not after the
     * workspace was closed in order: who believes such a disk then cannot know better.
     */
    @Test
    void aDiskThatLiesAboutTheRegistersFlushesLosesNothingEither() throws Exception {
        cut(new Trace(false), CUTS / 2);
        assertTrue(tally.remade > CUTS / 4, () -> "made anew " + tally.remade);
    }

    private void cut(Trace trace, int cuts) throws Exception {
        Path workspace = folder.resolve("ca");
        Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))
                .close();
        Map<Path, byte[]> before = PowerCut.contentOf(workspace);
        for (Path file : before.keySet()) {
            trace.fileOf(file);
        }
        work(workspace, trace);
        List<Trace.Op> ops = trace.ops();
        int last =
                trace.isRegisterHonest() ? ops.size() : ops.lastIndexOf(new Trace.Op.Acknowledged(promises.size())) + 1;
        PowerCut cut = new PowerCut(workspace, before, trace);
        Random random = new Random(20300601);
        for (int i = 0; i < cuts; i++) {
            Model model = MODELS.get(i % MODELS.size());
            int at = random.nextInt(last + 1);
            long acknowledged = ops.subList(0, at).stream()
                    .filter(op -> op instanceof Trace.Op.Acknowledged)
                    .count();
            Path left = folder.resolve("left-" + i);
            cut.leave(at, model, random, left);
            check(
                    left,
                    (int) acknowledged,
                    "cut " + i + " before operation " + at + " of " + ops.size() + ", " + model);
            Folders.delete(left);
        }
        assertEquals(cuts, tally.opened + tally.rebuilt);
        report(cuts);
    }

    @SuppressWarnings("SystemOut") // a person who ran the long form wants to know
    private void report(int cuts) {
        System.out.println("power cuts: " + cuts + ", opened " + tally.opened + " (torn journal end " + tally.torn
                + ", register made anew " + tally.remade + "), locked with words and rebuilt " + tally.rebuilt
                + " (of these an empty database " + tally.emptyDatabases + ")");
    }

    private void check(Path left, int acknowledged, String where) {
        try {
            try {
                look(left, acknowledged);
                tally.opened++;
            } catch (WorkspaceLockedException e) {
                assertTrue(e.reason().rebuildHelps(), where + ": " + e);
                assertTrue(e.toString().contains("cairn workspace rebuild"), e.toString());
                tally.emptyDatabases += e.reason() == WorkspaceLockedException.Reason.DATABASE_EMPTY ? 1 : 0;
                RegisterRebuild.rebuild(left, Fixture.afterPowerCut(clock));
                look(left, acknowledged);
                tally.rebuilt++;
            }
        } catch (Exception e) {
            throw new AssertionError(where, e);
        }
    }

    private void look(Path left, int acknowledged) throws Exception {
        try (Register register = Register.open(left, Fixture.afterPowerCut(clock))) {
            tally.remade += register.report().remade() > 0 ? 1 : 0;
            tally.torn += register.report().tornOctets() > 0 ? 1 : 0;
            for (Promise promise : promises.subList(0, acknowledged)) {
                promise.check(register);
            }
            assertTrue(register.journalAccess().verify(Optional.empty()).intact());
            // It goes on: no serial number and no CRL number comes twice.
            Fixture.issue(register, 900_000, 1);
        }
    }

    private void work(Path workspace, Trace trace) throws Exception {
        try (Register register =
                Register.open(workspace, Fixture.surroundings(clock, new TracedFiles(workspace, trace)))) {
            for (int round = 0; round < 12; round++) {
                clock.advance(Duration.ofSeconds(1));
                int size = round % 4 == 3 ? 60 : 1 + round % 3;
                List<IssuanceIntent> intents = Fixture.intents(register.certificates(), 100 * (round + 1), size);
                register.certificates().recordIntents(intents);
                promise(trace, after -> assertKnown(after, intents));
                register.certificates().complete(Fixture.completions(intents));
                promise(trace, after -> assertIssued(after, intents));
                IssuanceIntent first = intents.getFirst();
                register.revocations()
                        .record(List.of(new AuditEvent.CertificateRevoked(
                                Fixture.ISSUING,
                                first.serialNumber(),
                                "superseded",
                                clock.instant(),
                                Optional.empty())));
                promise(
                        trace,
                        after -> assertTrue(after.revocations()
                                .find(Fixture.ISSUING, first.serialNumber())
                                .isPresent()));
                list(register, trace, BigInteger.valueOf(round + 1L));
            }
        }
    }

    private void list(Register register, Trace trace, BigInteger number) throws Exception {
        CertificateList list = Fixture.list(number, clock.instant());
        CrlIntent intent = Fixture.crlIntent(number, list);
        register.crls().recordIntent(intent);
        promise(
                trace,
                after -> assertTrue(after.crls().nextNumber(Fixture.ISSUING).compareTo(number) > 0));
        register.crls().complete(intent.id(), list);
        promise(trace, after -> {
            var record = after.crls().history(Fixture.ISSUING).stream()
                    .filter(r -> r.number().equals(number))
                    .findFirst()
                    .orElseThrow();
            assertEquals(list.fingerprint(), after.crls().read(record).fingerprint());
        });
    }

    private void promise(Trace trace, Promise promise) {
        promises.add(promise);
        trace.acknowledged(promises.size());
    }

    private static void assertKnown(Register register, List<IssuanceIntent> intents) throws LedgerException {
        List<IssuanceIntent> open = register.certificates().openIntents().stream()
                .map(o -> o.intent())
                .toList();
        for (IssuanceIntent intent : intents) {
            assertTrue(open.contains(intent)
                    || register.certificates()
                            .find(Fixture.ISSUING, intent.serialNumber())
                            .isPresent());
        }
    }

    private static void assertIssued(Register register, List<IssuanceIntent> intents) throws Exception {
        for (IssuanceIntent intent : intents) {
            assertEquals(
                    Optional.of(Fixture.completion(intent).certificate()),
                    register.certificates().find(Fixture.ISSUING, intent.serialNumber()));
        }
    }
}

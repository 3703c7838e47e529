package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.engine.Engine;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many at once: one result each, one durable step for all intents and one for all completions. */
final class IssuanceBatchTest {
    private static final int MANY = 40;

    private final EngineFixture fixture = EngineFixture.withAuthorities(13);

    @Test
    void manyOnSeveralThreads() throws Exception {
        Set<String> threads = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch two = new CountDownLatch(2);
        fixture.token.beforeSigning(content -> {
            assertTrue(fixture.ports.certificates().intends(content), "signed without a recorded intent");
            if (threads.add(Thread.currentThread().getName())) {
                two.countDown();
            }
            // Else one thread might do all the work before another gets up.
            await(two);
        });
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Engine engine = new Engine(fixture.ports.ports(), fixture.clock, fixture.random, pool);
            List<IssuanceOrder> orders = orders(MANY);
            fixture.ports.faults().forget();
            List<PreparedCertificate> prepared = ready(engine.issuance().prepareAll(orders));
            List<IssuanceResult> results = engine.issuance().issueAll(prepared);
            assertEquals(MANY, results.size());
            Set<String> serials = new HashSet<>();
            for (int i = 0; i < MANY; i++) {
                Certificate certificate = assertInstanceOf(IssuanceResult.Issued.class, results.get(i))
                        .certificate();
                assertEquals(orders.get(i).content().key(), certificate.publicKey(), "results keep the order");
                assertTrue(serials.add(certificate.serialNumber().hex()));
            }
        }
        List<String> steps = fixture.ports.faults().steps();
        assertEquals(1, Collections.frequency(steps, "recordIntents"));
        assertEquals(1, Collections.frequency(steps, "complete"));
        assertTrue(threads.size() > 1, "signed on " + threads);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES), "a second thread never signed");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBadOneStopsNoNeighbour() throws Exception {
        List<IssuanceOrder> orders = orders(6);
        orders.set(2, Engine.device(fixture.open(EngineFixture.ISSUING), "not allowed", fixture.key()));
        List<PreparationResult> results = fixture.engine.issuance().prepareAll(orders);
        assertEquals(6, results.size());
        assertInstanceOf(PreparationResult.Refused.class, results.get(2));
        List<PreparedCertificate> prepared = ready(results);
        Octets bad = prepared.get(1).toBeSigned();
        fixture.token.beforeSigning(content -> {
            if (Octets.of(content).equals(bad)) {
                throw new IllegalStateException("the token crashes at this one");
            }
        });
        List<IssuanceResult> issued = fixture.engine.issuance().issueAll(prepared);
        assertEquals(5, issued.size());
        IssuanceResult.Failed failed = assertInstanceOf(IssuanceResult.Failed.class, issued.get(1));
        assertInstanceOf(IssuanceException.UnknownOutcome.class, failed.failure());
        assertEquals(
                4,
                issued.stream().filter(IssuanceResult.Issued.class::isInstance).count());
        assertEquals(1, fixture.ports.certificates().openIntents().size());
    }

    @Test
    void whenTheTokenGoesAwayEveryOneIsAccountedFor() throws Exception {
        List<PreparedCertificate> prepared = ready(fixture.engine.issuance().prepareAll(orders(5)));
        fixture.token.fail(Fault.TOKEN_ABSENT);
        List<IssuanceResult> results = fixture.engine.issuance().issueAll(prepared);
        assertEquals(5, results.size());
        for (IssuanceResult result : results) {
            assertInstanceOf(
                    IssuanceException.NotSigned.class,
                    assertInstanceOf(IssuanceResult.Failed.class, result).failure());
        }
        assertEquals(List.of(), fixture.ports.certificates().openIntents());
    }

    @Test
    void whenTheIntentsCannotBeRecordedNoneIsSigned() throws Exception {
        List<PreparedCertificate> prepared = ready(fixture.engine.issuance().prepareAll(orders(5)));
        int signed = fixture.token.signed().size();
        fixture.ports.faults().fail("recordIntents");
        List<IssuanceResult> results = fixture.engine.issuance().issueAll(prepared);
        assertEquals(5, results.size());
        assertTrue(results.stream()
                .allMatch(result -> result instanceof IssuanceResult.Failed(IssuanceException.NotRecorded failure)));
        assertEquals(signed, fixture.token.signed().size());
    }

    @Test
    void whenTheCompletionsCannotBeRecordedNoneIsReleased() throws Exception {
        List<PreparedCertificate> prepared = ready(fixture.engine.issuance().prepareAll(orders(5)));
        fixture.ports.faults().fail("complete");
        List<IssuanceResult> results = fixture.engine.issuance().issueAll(prepared);
        assertEquals(5, results.size());
        assertTrue(results.stream()
                .allMatch(result -> result instanceof IssuanceResult.Failed(IssuanceException.NotCompleted failure)));
        fixture.ports.faults().heal();
        assertEquals(5, fixture.engine.settlement().open().size());
    }

    @Test
    void oneThatIsGivenTwiceStopsAllBeforeAnythingIsRecorded() throws Exception {
        List<PreparedCertificate> prepared =
                new ArrayList<>(ready(fixture.engine.issuance().prepareAll(orders(2))));
        prepared.add(prepared.getFirst());
        long intents =
                fixture.ports.journal().events(AuditEvent.IntentRecorded.class).count();
        assertThrows(
                IllegalStateException.class, () -> fixture.engine.issuance().issueAll(prepared));
        assertEquals(
                intents,
                fixture.ports.journal().events(AuditEvent.IntentRecorded.class).count());
    }

    @Test
    void aThreadThatIsNotToBeHadCountsAsNotSigned() throws Exception {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        PreparedCertificate prepared = fixture.engine.issuance().prepare(fixture.deviceOrder());
        Engine engine = new Engine(fixture.ports.ports(), fixture.clock, fixture.random, closed);
        assertThrows(IssuanceException.NotSigned.class, () -> engine.issuance().issue(prepared));
        assertEquals(List.of(), fixture.ports.certificates().openIntents());
    }

    @Test
    void anEmptyBatchRecordsNothing() {
        fixture.ports.faults().forget();
        assertEquals(List.of(), fixture.engine.issuance().issueAll(List.of()));
        assertEquals(List.of(), fixture.ports.faults().steps());
    }

    private List<IssuanceOrder> orders(int count) {
        Issuer issuer = fixture.open(EngineFixture.ISSUING);
        List<IssuanceOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(Engine.device(issuer, "batch-" + i, fixture.key()));
        }
        return orders;
    }

    private static List<PreparedCertificate> ready(List<PreparationResult> results) {
        return results.stream()
                .filter(PreparationResult.Ready.class::isInstance)
                .map(result -> ((PreparationResult.Ready) result).prepared())
                .toList();
    }
}

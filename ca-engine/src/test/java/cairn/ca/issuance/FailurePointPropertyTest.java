package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.crl.CrlException;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever fails, and wherever: no signature without a recorded intent, and none is forgotten. */
final class FailurePointPropertyTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(15);

    @Property(tries = 150)
    void noCertificateIsSignedWithoutItsIntentAndNoneIsForgotten(
            @ForAll("steps") @Size(max = 2) Set<String> failing,
            @ForAll Fault fault,
            @ForAll @IntRange(min = 1, max = 3) int count)
            throws Exception {
        List<IssuanceOrder> orders = java.util.stream.Stream.generate(fixture::deviceOrder)
                .limit(count)
                .toList();
        Set<Octets> signed = watch();
        failing.forEach(fixture.ports.faults()::fail);
        fixture.token.fail(fault);
        List<PreparedCertificate> prepared = fixture.engine.issuance().prepareAll(orders).stream()
                .filter(PreparationResult.Ready.class::isInstance)
                .map(result -> ((PreparationResult.Ready) result).prepared())
                .toList();
        List<IssuanceResult> results = fixture.engine.issuance().issueAll(prepared);
        heal();
        assertEquals(prepared.size(), results.size());
        Set<Octets> known = known();
        signed.forEach(content -> assertTrue(known.contains(content), "signed and forgotten"));
        Set<Certificate> issued = new HashSet<>(fixture.ports.certificates().issued());
        for (IssuanceResult result : results) {
            if (result instanceof IssuanceResult.Issued(var intent, var certificate)) {
                assertTrue(issued.contains(certificate), "released without a record");
            }
        }
    }

    @Property(tries = 60)
    void noListIsSignedWithoutItsIntentAndNoNumberIsUsedTwice(
            @ForAll("listSteps") @Size(max = 2) Set<String> failing, @ForAll Fault fault) {
        Issuer issuer = fixture.open(EngineFixture.ISSUING);
        fixture.token.beforeSigning(content -> assertTrue(
                fixture.ports.lists().intents().stream()
                        .anyMatch(intent -> intent.toBeSigned().equals(Fingerprint.of(content))),
                "signed without a recorded intent"));
        failing.forEach(fixture.ports.faults()::fail);
        fixture.token.fail(fault);
        try {
            fixture.engine.lists().sign(issuer, fixture.clock.instant().plus(Duration.ofDays(7)), List.of());
            assertTrue(fault == Fault.NONE, "a list of a failing token was released");
        } catch (CrlException expected) {
            assertTrue(fault != Fault.NONE || !failing.isEmpty(), expected.toString());
        }
        heal();
        var numbers = fixture.ports.lists().intents().stream()
                .map(intent -> intent.number())
                .toList();
        assertEquals(numbers.size(), new HashSet<>(numbers).size());
    }

    @Provide
    Arbitrary<Set<String>> steps() {
        return Arbitraries.of(
                        "reserveSerial",
                        "recordIntents",
                        "complete",
                        "failed",
                        "close",
                        "journal",
                        "blockedAmong",
                        "all authorities",
                        "find authority")
                .set();
    }

    @Provide
    Arbitrary<Set<String>> listSteps() {
        return Arbitraries.of(
                        "nextNumber", "record list", "complete list", "close list", "journal", "forEach revocation")
                .set();
    }

    private Set<Octets> watch() {
        Set<Octets> signed = new HashSet<>();
        fixture.token.beforeSigning(content -> {
            assertTrue(fixture.ports.certificates().intends(content), "signed without a recorded intent");
            signed.add(Octets.of(content));
        });
        return signed;
    }

    /** What is issued, open, or closed with or without a doubt. */
    private Set<Octets> known() throws Exception {
        Set<Octets> known = fixture.ports.certificates().openIntents().stream()
                .map(open -> open.intent().toBeSigned())
                .collect(Collectors.toSet());
        fixture.ports.certificates().issued().forEach(c -> known.add(Octets.of(c.toBeSigned())));
        Set<Object> closed = fixture.ports
                .journal()
                .events(AuditEvent.IntentClosed.class)
                .map(AuditEvent.IntentClosed::intent)
                .collect(Collectors.toSet());
        fixture.ports
                .journal()
                .events(AuditEvent.IntentRecorded.class)
                .filter(recorded -> closed.contains(recorded.intent()))
                .forEach(recorded -> known.add(recorded.toBeSigned()));
        return known;
    }

    private void heal() {
        fixture.ports.faults().heal();
        fixture.token.fail(Fault.NONE);
        fixture.token.beforeSigning(content -> {});
    }
}

package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SettableClock;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A random life of a workspace and, beside it, what a plain model says of it. Each step is allowed or not by the model, and
 * the register must say the same.
 */
final class History {
    private final Random random;
    private final SettableClock clock;
    private final Map<SerialNumber, CertificateStatus> issued = new LinkedHashMap<>();
    private final Map<SerialNumber, Boolean> closed = new LinkedHashMap<>();
    private final List<IssuanceIntent> open = new ArrayList<>();
    private final Set<Fingerprint> blocked = new HashSet<>();
    private BigInteger lastList = BigInteger.ZERO;
    private int nextDevice = 1;
    private int refusals;

    History(long seed, SettableClock clock) {
        this.random = new Random(seed);
        this.clock = clock;
    }

    /** Takes so many steps. */
    void live(Register register, int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(3000)));
            switch (random.nextInt(8)) {
                case 0, 1 -> intend(register);
                case 2 -> complete(register);
                case 3 -> close(register);
                case 4 -> decide(register, false);
                case 5 -> decide(register, true);
                case 6 -> list(register);
                default -> describe(register);
            }
        }
    }

    private void intend(Register register) throws Exception {
        List<IssuanceIntent> intents = Fixture.intents(register.certificates(), nextDevice, 1 + random.nextInt(3));
        nextDevice += intents.size();
        register.certificates().recordIntents(intents);
        open.addAll(intents);
    }

    private void complete(Register register) throws Exception {
        List<IssuanceIntent> done = new ArrayList<>();
        while (!open.isEmpty() && done.size() < 2) {
            done.add(open.remove(random.nextInt(open.size())));
        }
        register.certificates().complete(Fixture.completions(done));
        done.forEach(intent -> issued.put(intent.serialNumber(), CertificateStatus.VALID));
    }

    private void close(Register register) throws Exception {
        if (!open.isEmpty()) {
            IssuanceIntent intent = open.remove(random.nextInt(open.size()));
            register.certificates().failed(intent.id(), "UnknownOutcome", "lost");
            register.certificates().close(intent.id(), AuditEvent.Signed.MAYBE, "nobody knows");
            closed.put(intent.serialNumber(), false);
        }
    }

    private void decide(Register register, boolean forGood) throws Exception {
        List<SerialNumber> known = new ArrayList<>(issued.keySet());
        known.addAll(closed.keySet());
        if (known.isEmpty()) {
            return;
        }
        SerialNumber serial = known.get(random.nextInt(known.size()));
        CertificateStatus before = issued.getOrDefault(serial, CertificateStatus.VALID);
        boolean closedRevoked = closed.getOrDefault(serial, false);
        AuditEvent event;
        boolean allowed;
        CertificateStatus after;
        if (forGood || closed.containsKey(serial)) {
            event = new AuditEvent.CertificateRevoked(
                    Fixture.ISSUING, serial, "superseded", clock.instant(), Optional.of(Fixture.NOT_BEFORE));
            allowed = before != CertificateStatus.REVOKED && !closedRevoked;
            after = CertificateStatus.REVOKED;
        } else if (random.nextBoolean()) {
            event = new AuditEvent.CertificateHeld(Fixture.ISSUING, serial, clock.instant());
            allowed = before == CertificateStatus.VALID;
            after = CertificateStatus.HELD;
        } else {
            event = new AuditEvent.HoldReleased(Fixture.ISSUING, serial, clock.instant());
            allowed = before == CertificateStatus.HELD;
            after = CertificateStatus.VALID;
        }
        if (recorded(register, event) != allowed) {
            throw new AssertionError(event + " of a certificate that is " + before + ": allowed is " + allowed);
        }
        if (allowed && issued.containsKey(serial)) {
            issued.put(serial, after);
        } else if (allowed) {
            closed.put(serial, true);
        }
    }

    private boolean recorded(Register register, AuditEvent event) {
        try {
            register.revocations().record(List.of(event));
            return true;
        } catch (LedgerException e) {
            refusals++;
            return false;
        }
    }

    private void list(Register register) throws Exception {
        lastList = lastList.add(BigInteger.valueOf(1 + random.nextInt(3)));
        CertificateList list = Fixture.list(lastList, clock.instant());
        var intent = Fixture.crlIntent(lastList, list);
        register.crls().recordIntent(intent);
        switch (random.nextInt(3)) {
            case 0 -> register.crls().close(intent.id(), AuditEvent.Signed.NO, "refused");
            case 1 -> register.crls().complete(intent.id(), list);
            default -> {
                // Stays open.
            }
        }
    }

    private void describe(Register register) throws Exception {
        Fingerprint key = Fingerprint.of(new byte[] {(byte) random.nextInt(5)});
        register.revocations().record(List.of(new AuditEvent.KeyBlocked(key, "seen " + random.nextInt())));
        blocked.add(key);
        if (!issued.isEmpty()) {
            SerialNumber serial = new ArrayList<>(issued.keySet()).get(random.nextInt(issued.size()));
            register.journal()
                    .append(new AuditEvent.OwnerSet(
                            Fixture.ISSUING, serial, "Owner İ " + random.nextInt(9), List.of("A\\n", "b\nc")));
        }
    }

    /** How many steps were refused. */
    int refusals() {
        return refusals;
    }

    /** How many numbers of lists and serial numbers the register may not give again. */
    BigInteger lastList() {
        return lastList;
    }

    /** Compares everything that the ports say with the model. */
    void verify(Register register) throws Exception {
        Map<CertificateStatus, Long> counts = new EnumMap<>(CertificateStatus.class);
        issued.values().forEach(status -> counts.merge(status, 1L, Long::sum));
        require(counts, register.inventory().counts().getOrDefault(Fixture.ISSUING, Map.of()));
        Set<SerialNumber> listed = new HashSet<>();
        register.revocations().forEach(Fixture.ISSUING, revocation -> listed.add(revocation.serialNumber()));
        Set<SerialNumber> expected = new HashSet<>();
        issued.forEach((serial, status) -> {
            if (status != CertificateStatus.VALID) {
                expected.add(serial);
            }
        });
        closed.forEach((serial, revoked) -> {
            if (revoked) {
                expected.add(serial);
            }
        });
        require(expected, listed);
        for (Map.Entry<SerialNumber, CertificateStatus> each : issued.entrySet()) {
            var row = register.inventory().find(Fixture.ISSUING, each.getKey()).orElseThrow();
            require(each.getValue(), row.status());
            require(each.getValue() != CertificateStatus.VALID, row.revoked().isPresent());
            require(
                    true,
                    register.certificates().find(Fixture.ISSUING, each.getKey()).isPresent());
        }
        for (SerialNumber serial : closed.keySet()) {
            require(
                    true,
                    register.certificates().findClosed(Fixture.ISSUING, serial).isPresent());
            require(true, register.certificates().find(Fixture.ISSUING, serial).isEmpty());
        }
        require(
                Set.copyOf(open),
                Set.copyOf(register.certificates().openIntents().stream()
                        .map(each -> each.intent())
                        .toList()));
        for (Fingerprint key : blocked) {
            require(true, register.revocations().isBlocked(key));
        }
        require(lastList.add(BigInteger.ONE), register.crls().nextNumber(Fixture.ISSUING));
    }

    private static void require(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + " but the register says " + actual);
        }
    }
}

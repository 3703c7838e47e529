package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.IntentId;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is open, what waits for the register, and how a batch that failed is taken back. */
final class OpenIntentsTest {
    private final OpenIntents open = new OpenIntents();

    /** Its serial number, sequence number and id are {@code number}. */
    private static OpenIntents.Entry entry(int number) {
        SerialNumber serial = new SerialNumber(BigInteger.valueOf(number));
        return new OpenIntents.Entry(new OpenIntent(Fixture.intent(serial, number), Instant.EPOCH), number, 0);
    }

    private static IntentId id(int number) {
        return new IntentId(new UUID(number, number));
    }

    private List<Integer> numbers() {
        return open.all().stream()
                .map(each -> each.intent().serialNumber().value().intValue())
                .toList();
    }

    @Test
    void anIntentThatEndsBeforeTheRegisterIsWrittenNeverReachesIt() {
        open.add(entry(1));
        open.add(entry(2));
        assertEquals(Optional.of(entry(1)), open.remove(id(1)));
        assertEquals(List.of(entry(2)), List.copyOf(open.takeWaiting()));
        assertEquals(Optional.empty(), open.remove(id(2)), "the register has it, so its row must go");
        assertEquals(List.of(), numbers());
        assertThrows(IllegalArgumentException.class, () -> open.remove(id(2)));
    }

    @Test
    void aBatchIsTakenBackAsAWhole() {
        open.add(entry(1));
        open.add(entry(2));
        open.takeWaiting();
        open.add(entry(3));
        open.keep();

        open.add(entry(4));
        open.remove(id(1));
        open.remove(id(3));
        assertEquals(List.of(entry(4)), List.copyOf(open.takeWaiting()));
        open.remove(id(4));
        open.undo();

        assertEquals(List.of(1, 2, 3), numbers(), "oldest first, although the first was away for a while");
        assertEquals(Optional.empty(), open.find(id(4)));
        assertFalse(open.isUsed(entry(4).key()));
        assertTrue(open.isUsed(entry(1).key()));
        assertEquals(1, open.waiting());
        assertEquals(Optional.of(entry(3)), open.remove(id(3)), "it waits again");
        assertEquals(Optional.empty(), open.remove(id(1)), "it is in the register as before");
    }

    @Test
    void whatIsKeptIsNotTakenBack() {
        open.add(entry(1));
        open.keep();
        open.undo();
        assertEquals(List.of(1), numbers());
    }

    @Test
    void aSerialNumberAboveAllIsKnownToBeFree() {
        assertTrue(open.isBeyondAll(entry(1).key()));
        open.add(entry(5));
        open.remove(id(5));
        assertFalse(open.isBeyondAll(entry(5).key()), "a number stays used when its intent has ended");
        assertFalse(open.isBeyondAll(entry(4).key()));
        assertTrue(open.isBeyondAll(entry(6).key()));
    }
}

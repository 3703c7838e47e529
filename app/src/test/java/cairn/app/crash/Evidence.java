package cairn.app.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.JournalEntry;
import cairn.ca.crl.CrlIntent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.storage.Register;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the world outside got to see, over all kills, and the comparison with what the workspace says. */
final class Evidence {
    static final String SERIAL = "serial";
    static final String SIGNED = "signed";
    static final String SIGNED_LIST = "signed-list";
    static final String RELEASED = "released";
    static final String RELEASED_LIST = "released-list";

    private final Set<BigInteger> reserved = new HashSet<>();
    private final Set<Octets> signed = new HashSet<>();
    private final Set<Fingerprint> signedLists = new HashSet<>();
    private final List<Certificate> released = new ArrayList<>();
    private final List<CertificateList> releasedLists = new ArrayList<>();

    void add(String what, byte[] octets) {
        try {
            keep(what, octets);
        } catch (MalformedException e) {
            throw new AssertionError("what was released cannot be read: " + what, e);
        }
    }

    private void keep(String what, byte[] octets) throws MalformedException {
        switch (what) {
            case SERIAL -> assertTrue(reserved.add(new BigInteger(octets)), "a serial number was reserved twice");
            case SIGNED -> signed.add(Octets.of(octets));
            case SIGNED_LIST -> signedLists.add(Fingerprint.of(octets));
            case RELEASED -> released.add(Certificate.ofDer(octets));
            case RELEASED_LIST -> releasedLists.add(CertificateList.ofDer(octets));
            default -> throw new IllegalArgumentException(what);
        }
    }

    int signatures() {
        return signed.size() + signedLists.size();
    }

    /** Everything that was signed or released is in the open workspace; no number was used twice; the chain holds. */
    void compare(Register register) throws Exception {
        assertTrue(register.journalAccess().verify(Optional.empty()).intact(), "the journal is not intact");
        Set<Octets> intended = new HashSet<>();
        Set<Fingerprint> intendedLists = new HashSet<>();
        Set<SerialNumber> serials = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        Set<IntentId> open = new HashSet<>();
        List<JournalEntry> entries = new ArrayList<>();
        register.journalAccess().<RuntimeException>read(0, entries::addAll);
        for (JournalEntry entry : entries) {
            if (entry.event() instanceof AuditEvent.IntentRecorded intent) {
                assertTrue(serials.add(intent.serialNumber()), "serial number twice: " + intent.serialNumber());
                intended.add(intent.toBeSigned());
                open.add(intent.intent());
            } else if (entry.event() instanceof AuditEvent.CrlIntentRecorded intent) {
                assertTrue(numbers.add(intent.issuer() + " " + intent.number()), "CRL number twice");
                intendedLists.add(intent.toBeSigned());
                open.add(intent.intent());
            } else if (entry.event() instanceof AuditEvent.CertificateIssued done) {
                assertTrue(open.remove(done.intent()), "a certificate without an open intent");
            } else if (entry.event() instanceof AuditEvent.CrlIssued done) {
                assertTrue(open.remove(done.intent()), "a list without an open intent");
            } else if (entry.event() instanceof AuditEvent.IntentClosed done) {
                assertTrue(open.remove(done.intent()), "an intent closed twice");
            }
        }
        assertTrue(intended.containsAll(signed), "something was signed without a record");
        assertTrue(intendedLists.containsAll(signedLists), "a list was signed without a record");
        assertEquals(open, listed(register), "open intents in the journal, and as they are listed");
        compareReleased(register);
    }

    private static Set<IntentId> listed(Register register) throws Exception {
        Set<IntentId> listed = new HashSet<>();
        for (OpenIntent open : register.certificates().openIntents()) {
            listed.add(open.intent().id());
        }
        for (CrlIntent open : register.crls().openIntents()) {
            listed.add(open.id());
        }
        return listed;
    }

    private void compareReleased(Register register) throws Exception {
        for (Certificate certificate : released) {
            assertEquals(
                    Optional.of(certificate),
                    register.certificates().find(Workbench.ISSUING, certificate.serialNumber()),
                    "a released certificate is not on record");
        }
        Set<Fingerprint> kept = new HashSet<>();
        for (var record : register.crls().history(Workbench.ISSUING)) {
            kept.add(register.crls().read(record).fingerprint());
        }
        for (CertificateList list : releasedLists) {
            assertTrue(kept.contains(list.fingerprint()), "a released list is not on record");
        }
    }
}

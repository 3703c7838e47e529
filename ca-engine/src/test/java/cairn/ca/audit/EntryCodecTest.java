package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntryCodecTest {
    private final EntryCodec codec = new EntryCodec();

    private static EntryCodec.Line line(AuditEvent event) {
        return new EntryCodec.Line(3, Examples.TIME, Examples.TIME, "ann@desk", event);
    }

    private String encode(AuditEvent event) {
        return new String(codec.encode(line(event)), StandardCharsets.UTF_8);
    }

    private EntryCodec.Line decode(String text) throws JournalException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return codec.decode(octets, 0, octets.length);
    }

    @Test
    void everyTypeOfEventHasAnExample() {
        Set<Class<?>> shown = Examples.all().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(new HashSet<>(Arrays.asList(AuditEvent.class.getPermittedSubclasses())), shown);
    }

    @Test
    void everyEventIsReadAsItWasWritten() throws Exception {
        for (AuditEvent event : Examples.all()) {
            EntryCodec.Line line = line(event);
            byte[] octets = codec.encode(line);
            EntryCodec.Line read = codec.decode(octets, 0, octets.length);
            assertEquals(line, read);
            assertArrayEquals(octets, codec.encode(read));
        }
    }

    @Test
    void noEntryHasALineFeedOrNulInIt() {
        for (AuditEvent event : Examples.all()) {
            assertTrue(encode(event).chars().allMatch(c -> c >= ' '), event.toString());
        }
    }

    /** Journals live for decades: a change of these texts breaks them. */
    @Test
    void theFormIsTheOneThatExistingJournalsHave() {
        String head = "{\"sequence\":3,\"time\":\"2030-01-02T03:04:05.000006Z\",\"actor\":\"ann@desk\",";
        assertEquals(
                head + "\"type\":\"IntentRecorded\",\"event\":{\"intent\":\"00112233-4455-6677-8899-aabbccddeeff\","
                        + "\"issuer\":\"issuing\",\"serialNumber\":\"aa55\",\"profile\":\"tls-server\","
                        + "\"toBeSigned\":\"AP8+Pw==\",\"request\":\"" + Examples.DIGEST.hex() + "\","
                        + "\"skippedLints\":[\"a: b\",\"c: d\"]}}",
                encode(Examples.all().get(8)));
        assertEquals(
                head + "\"type\":\"KeyGenerated\",\"event\":{\"key\":{\"tokenLabel\":\"Token \\\"1\\\"\","
                        + "\"tokenSerial\":\"0001\",\"keyId\":\"0a0b\",\"label\":\"root\\nkey\"},\"keyType\":\"ec-p256\","
                        + "\"publicKey\":\"AP8+Pw==\",\"attributes\":{\"local\":\"TRUE\",\"sensitive\":\"FALSE\","
                        + "\"alwaysSensitive\":\"NOT_SAID\",\"extractable\":\"TRUE\",\"neverExtractable\":\"FALSE\","
                        + "\"usages\":[\"DERIVE\",\"SIGN\"]}}}",
                encode(Examples.all().get(6)));
        assertEquals(head + "\"type\":\"WorkspaceClosed\",\"event\":{}}", encode(new AuditEvent.WorkspaceClosed()));
        assertEquals(
                head + "\"type\":\"CertificateHeld\",\"event\":{\"issuer\":\"issuing\",\"serialNumber\":\"aa55\","
                        + "\"heldAt\":\"2030-01-02T03:04:05.000006Z\"}}",
                encode(new AuditEvent.CertificateHeld(Examples.ISSUING, Examples.SERIAL, Examples.TIME)));
    }

    @Test
    void theFormOfRefusalsAndOfWhatIsDoneToTokensStays() {
        List<AuditEvent> events = Examples.all();
        List<String> forms = List.of(
                "TokenInitialized|{'tokenLabel':'label','tokenSerial':'serial','successful':true,'words':'slot 3'}",
                "PinChanged|{'tokenLabel':'label','tokenSerial':'serial','byOfficer':true,'successful':false,"
                        + "'words':'PIN incorrect'}",
                "TokenTested|{'key':{'tokenLabel':'Token \\'1\\'','tokenSerial':'0001','keyId':'0a0b',"
                        + "'label':'root\\nkey'},'algorithm':'ecdsa-sha256','verified':true,'words':''}",
                "IssuanceRefused|{'issuer':'issuing','profile':'tls-server','request':'" + Examples.DIGEST.hex()
                        + "','rule':'profile','words':'no such name'}",
                "RevocationRefused|{'issuer':'issuing','serialNumber':'aa55','decision':'hold',"
                        + "'words':'on hold already'}");
        List<String> written = events.subList(events.size() - forms.size(), events.size()).stream()
                .map(event -> event.getClass().getSimpleName() + "|" + event.json())
                .toList();
        assertEquals(forms.stream().map(form -> form.replace('\'', '"')).toList(), written);
    }

    @Test
    void aClockThatStandsBehindIsKeptInTheEntry() throws Exception {
        EntryCodec.Line behind = new EntryCodec.Line(
                3, Examples.TIME, Instant.parse("2031-01-01T00:00:00Z"), "ann", new AuditEvent.WorkspaceClosed());
        String text = new String(codec.encode(behind), StandardCharsets.UTF_8);
        assertTrue(text.contains(",\"latest\":\"2031-01-01T00:00:00Z\",\"actor\""), text);
        assertEquals(behind, decode(text));
    }

    @Test
    void anUnknownTypeIsANewerVersions() {
        String text = encode(new AuditEvent.WorkspaceClosed()).replace("WorkspaceClosed", "MoonPhaseSeen");
        JournalException e = assertThrows(JournalException.class, () -> decode(text));
        assertEquals(
                "an entry of type MoonPhaseSeen is unknown to this version of Cairn; a newer version wrote this"
                        + " journal: open it with that version",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":\"1.0\"}|\"version\":\"1.0\",\"mood\":\"good\"}|no field mood",
                "\"version\":\"1.0\"}|\"version\":\"1.0\",\"version\":\"1.0\"}|the field version twice",
                "\"version\":\"1.0\"}|}|lacks the field version",
                "\"version\":\"1.0\"}|\"version\":1}|VALUE_STRING was expected",
                "\"sequence\":3|\"sequence\":\"3\"|no sequence",
                "\"sequence\":3|\"sequence\":3.5|no sequence",
                "05.000006Z|65.000006Z|cannot be read",
                "\"actor\":\"ann@desk\",||no actor",
                "}}|}}{}|something follows",
                "}}|}|cannot be read",
            })
    void whatIsNotWrittenIsNotRead(String from, String to, String words) {
        String text = encode(new AuditEvent.WorkspaceOpened("1.0")).replace(from, to == null ? "" : to);
        JournalException e = assertThrows(JournalException.class, () -> decode(text));
        assertTrue(e.toString().contains(words), e.toString());
    }

    @ParameterizedTest
    @CsvSource({"aa55,AA55", "aa55,00aa55", "AP8+Pw==,AP8-Pw==", "issuing,Issuing", "4455,4455-1"})
    void onlyTheWrittenFormOfAValueIsRead(String from, String to) {
        String text = encode(Examples.all().get(8)).replace(from, to);
        assertThrows(JournalException.class, () -> decode(text));
    }

    @Test
    void octetsThatAreNotUtf8AreRefused() {
        byte[] octets = encode(new AuditEvent.WorkspaceOpened("1.0")).getBytes(StandardCharsets.UTF_8);
        octets[new String(octets, StandardCharsets.UTF_8).indexOf("desk")] = (byte) 0xC0;
        assertThrows(JournalException.class, () -> codec.decode(octets, 0, octets.length));
    }

    /** Text from outside may hold half a character; the journal must be able to say so. */
    @Test
    void halfACharacterIsReplaced() throws Exception {
        AuditEvent event = new AuditEvent.Exported("what \uD800", "\uDC00.pem\uD83D\uDE00", Examples.DIGEST);
        assertEquals(
                new AuditEvent.Exported("what \uFFFD", "\uFFFD.pem\uD83D\uDE00", Examples.DIGEST),
                decode(encode(event)).event());
    }

    @Test
    void anIntentWithoutRequestSaysNothingOfIt() throws Exception {
        AuditEvent.IntentRecorded with =
                (AuditEvent.IntentRecorded) Examples.all().get(8);
        AuditEvent without = new AuditEvent.IntentRecorded(
                with.intent(),
                with.issuer(),
                with.serialNumber(),
                with.profile(),
                with.toBeSigned(),
                Optional.empty(),
                List.of());
        String text = encode(without);
        assertTrue(!text.contains("request") && !text.contains("skippedLints"), text);
        assertEquals(without, decode(text).event());
    }
}

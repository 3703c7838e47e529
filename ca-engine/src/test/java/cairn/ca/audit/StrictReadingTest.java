package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of value in its one written form; everything else is refused with words that name what is wrong. */
final class StrictReadingTest {
    private static final String HEAD =
            "{\"sequence\":3,\"time\":\"2030-01-02T03:04:05Z\",\"actor\":\"ann\",\"type\":\"";

    private final EntryCodec codec = new EntryCodec();

    private EntryCodec.Line decode(String text) throws JournalException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return codec.decode(octets, 0, octets.length);
    }

    private String refused(String type, String event) {
        return assertThrows(JournalException.class, () -> decode(HEAD + type + "\",\"event\":" + event + "}"), event)
                .toString();
    }

    private AuditEvent read(String type, String event) throws JournalException {
        return decode(HEAD + type + "\",\"event\":" + event + "}").event();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JournalVerified|{'upToSequence':'1'}|VALUE_NUMBER_INT was expected",
                "JournalVerified|{'upToSequence':1.0}|VALUE_NUMBER_INT was expected",
                "JournalVerified|{'upToSequence':1e3}|VALUE_NUMBER_INT was expected",
                "JournalVerified|{'upToSequence':true}|VALUE_NUMBER_INT was expected",
                "JournalVerified|{'upToSequence':null}|VALUE_NUMBER_INT was expected",
                "JournalVerified|{'upToSequence':01}|cannot be read",
                "JournalVerified|{'upToSequence':9223372036854775808}|cannot be read",
                "JournalVerified|[1]|START_OBJECT was expected",
                "JournalVerified|null|START_OBJECT was expected",
                "WorkspaceCreated|{'workspaceId':'w','station':2147483648,'purpose':'p','version':'1'}|cannot be read",
                "WorkspaceCreated|{'workspaceId':'w','station':-2147483649,'purpose':'p','version':'1'}|cannot be read",
                "WorkspaceCreated|{'workspaceId':'w','purpose':'p','version':'1'}|lacks the field station",
                "WorkspaceOpened|{'Version':'1'}|no field Version",
                "WorkspaceOpened|{'version':['1']}|VALUE_STRING was expected",
                "WorkspaceOpened|{'version':null}|VALUE_STRING was expected",
                "TokenLogin|{'tokenLabel':'l','tokenSerial':'s','successful':'true','words':''}|neither true nor false",
                "TokenLogin|{'tokenLabel':'l','tokenSerial':'s','successful':1,'words':''}|neither true nor false",
                "TokenLogin|{'tokenLabel':'l','tokenSerial':'s','successful':null,'words':''}|neither true nor false",
                "AuthorityRetired|{'name':'9lives','words':'w'}|starting with a letter",
                "ClockWentBack|{'lastEvent':'2030-01-02T03:04:05.0Z','now':'2030-01-02T03:04:05Z'}|not in the form",
                "ClockWentBack|{'lastEvent':'2030-01-02T03:04:05+00:00','now':'2030-01-02T03:04:05Z'}|not in the form",
                "ClockWentBack|{'lastEvent':'2030-02-30T03:04:05Z','now':'2030-01-02T03:04:05Z'}|not a value of this field",
                "ClockWentBack|{'lastEvent':'','now':'2030-01-02T03:04:05Z'}|not a value of this field",
            })
    void anotherFormIsRefused(String type, String event, String words) {
        String answer = refused(type, event.replace('\'', '"'));
        assertTrue(answer.contains(words), answer);
    }

    @ParameterizedTest
    @CsvSource({"NO,true", "MAYBE,true", "no,false", "YES,false", "'',false", "'NO ',false"})
    void anIntentsEndIsOneOfTwoWords(String word, boolean good) throws Exception {
        String event = "{\"intent\":\"" + Examples.INTENT + "\",\"signed\":\"" + word + "\",\"words\":\"w\"}";
        if (good) {
            assertEquals(
                    new AuditEvent.IntentClosed(Examples.INTENT, AuditEvent.Signed.valueOf(word), "w"),
                    read("IntentClosed", event));
        } else {
            String answer = refused("IntentClosed", event);
            assertTrue(answer.contains("unknown word " + word), answer);
        }
    }

    @Test
    void theLimitsOfNumbersAreRead() throws Exception {
        assertEquals(
                new AuditEvent.JournalVerified(Long.MIN_VALUE),
                read("JournalVerified", "{\"upToSequence\":-9223372036854775808}"));
        AuditEvent.WorkspaceCreated created = (AuditEvent.WorkspaceCreated) read(
                "WorkspaceCreated",
                "{\"workspaceId\":\"w\",\"station\":2147483647,\"purpose\":\"p\",\"version\":\"1\"}");
        assertEquals(Integer.MAX_VALUE, created.station());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['b','a']|a set that is not in order",
                "['a','a']|has an element twice",
                "\"a\"|START_ARRAY was expected",
                "{'a':1}|START_ARRAY was expected",
                "[1]|VALUE_STRING was expected",
                "[null]|VALUE_STRING was expected",
                "[['a']]|VALUE_STRING was expected",
            })
    void aSetIsAnArrayOfTextsInOrder(String usages, String words) {
        String generated = new AuditEvent.KeyGenerated(
                        Examples.KEY,
                        "ec-p256",
                        Examples.OCTETS,
                        ((AuditEvent.KeyGenerated) Examples.all().get(6)).attributes())
                .json();
        String wrong = generated.replace("[\"DERIVE\",\"SIGN\"]", usages.replace('\'', '"'));
        assertTrue(!wrong.equals(generated));
        String answer = refused("KeyGenerated", wrong);
        assertTrue(answer.contains(words), answer);
    }

    @ParameterizedTest
    @CsvSource({"AP8+Pw", "AP8+Pw=", "AP8+Px==", "AP8+Pw==AA", "'AP8+ Pw=='", "'AP8+Pw== '", "AP8_Pw==", "AP8+P*=="})
    void octetsAreBase64InItsOneForm(String base64) {
        String answer = refused(
                "CertificateIssued", "{\"intent\":\"" + Examples.INTENT + "\",\"certificate\":\"" + base64 + "\"}");
        assertTrue(answer.contains("cannot be read"), answer);
    }

    @Test
    void aMissingPartOfANestedRecordIsNamed() {
        String generated = Examples.all().get(6).json();
        String answer = refused("KeyGenerated", generated.replace("\"tokenSerial\":\"0001\",", ""));
        assertTrue(answer.contains("KeyReference lacks the field tokenSerial"), answer);
        answer = refused("KeyGenerated", generated.replace("\"keyId\":\"0a0b\"", "\"keyId\":\"0a0\""));
        assertTrue(answer.contains("KeyReference: not a key identifier"), answer);
        answer = refused("KeyGenerated", generated.replace("\"local\":\"TRUE\"", "\"local\":\"PERHAPS\""));
        assertTrue(answer.contains("unknown word PERHAPS"), answer);
    }

    @Test
    void everyPrefixOfAnEntryIsRefused() {
        for (AuditEvent event : Examples.all()) {
            byte[] whole = codec.encode(new EntryCodec.Line(3, Examples.TIME, Examples.TIME, "ann", event));
            for (int length = 0; length < whole.length; length++) {
                byte[] prefix = Arrays.copyOf(whole, length);
                assertThrows(JournalException.class, () -> codec.decode(prefix, 0, prefix.length), event.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sequence':3,|''|no sequence",
                "'time':|'Time':|no time",
                "'time':'2030-01-02T03:04:05Z'|'time':20300102|VALUE_STRING was expected",
                "'actor':'ann'|'actor':null|VALUE_STRING was expected",
                "'actor':'ann'|'latest':'yesterday','actor':'ann'|cannot be read",
                "'actor':'ann'|'latest':7,'actor':'ann'|VALUE_STRING was expected",
                "'actor':'ann'|'latest':'2031-01-02T03:04:05Z'|no actor",
                "'type':|'kind':|no type",
                "'event':|'Event':|no event",
                "{'sequence'|['sequence'|START_OBJECT was expected",
                "'event':{}|'event':{},'more':1|END_OBJECT was expected",
                "'sequence':3|'sequence':92233720368547758079|cannot be read",
            })
    void theFrameOfAnEntryIsFixed(String from, String to, String words) {
        String good = HEAD + "WorkspaceClosed\",\"event\":{}}";
        String wrong = good.replace(from.replace('\'', '"'), to.equals("''") ? "" : to.replace('\'', '"'));
        assertTrue(!wrong.equals(good), from);
        String answer =
                assertThrows(JournalException.class, () -> decode(wrong)).toString();
        assertTrue(answer.contains(words), answer);
    }

    /** A record of another package, or a name that only a class loader knows, is no event. */
    @Test
    void onlyTheNamesOfEventsAreTypes() {
        for (String type : List.of("", "workspaceClosed", "AuditEvent", "Signed", "java.lang.String", "KeyReference")) {
            String answer = refused(type, "{}");
            assertTrue(answer.contains("an entry of type " + type + " is unknown"), answer);
        }
    }
}

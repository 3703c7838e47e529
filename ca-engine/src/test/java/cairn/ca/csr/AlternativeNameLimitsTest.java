package cairn.ca.csr;

import static cairn.ca.x509.Tlv.element;
import static cairn.ca.x509.Tlv.sequence;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longest names and the greatest numbers of names, and the words for what is beyond. */
final class AlternativeNameLimitsTest {
    private static final int MAIL = 0x81;
    private static final int DNS = 0x82;
    private static final int URI = 0x86;
    private static final int ADDRESS = 0x87;

    private static List<Finding> findings(byte[]... names) throws Exception {
        return RequestPolicy.standard()
                .report(SampleRequests.asking(Extension.subjectAlternativeName, sequence(names)))
                .findings();
    }

    private static byte[] name(int tag, String text) {
        return element(tag, text.getBytes(ISO_8859_1));
    }

    private static String words(int tag, String text) throws Exception {
        List<Finding> findings = findings(name(tag, text));
        return findings.isEmpty() ? "" : findings.getFirst().words();
    }

    @Test
    void aDnsNameHasAtMost253Characters() throws Exception {
        String label = "a".repeat(62) + ".";
        String longest = label.repeat(4) + "b";
        assertEquals(253, longest.length());
        assertEquals("", words(DNS, longest));
        assertTrue(words(DNS, longest + "c").contains("more than 253 characters"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "a..b, it has an empty part",
        "a., it has an empty part",
        "a.*, a wildcard may only be the whole leftmost part",
        "*, a wildcard may only be the whole leftmost part",
        "*a.b, a wildcard may only be the whole leftmost part",
        "a b.c, 'the part \"a b\" has characters or a length'",
        "-a.b, 'the part \"-a\"'",
        "a.b-, 'the part \"b-\"'",
        "1.2.3.4, 'it ends in a number, as an address does'",
        "a.1, it ends in a number"
    })
    void whatIsWrongWithADnsNameIsSaid(String name, String words) throws Exception {
        String said = words(DNS, name);
        assertTrue(said.startsWith("\"" + name + "\" is not a DNS name: ") && said.contains(words), said);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void theLocalPartOfAMailAddressHasAtMost64Characters(int length, boolean good) throws Exception {
        assertEquals(good, words(MAIL, "a".repeat(length) + "@b.example").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "3, false",
        "4, true",
        "5, false",
        "8, false",
        "15, false",
        "16, true",
        "17, false",
        "32, false"
    })
    void anAddressHas4Or16Octets(int octets, boolean good) throws Exception {
        List<Finding> findings = findings(element(ADDRESS, new byte[octets]));
        assertEquals(good, findings.isEmpty());
        assertTrue(good || findings.getFirst().words().contains("has " + octets + " octets instead of 4 or 16"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/, true",
        "x:y, true",
        "a+b-c.d1:z, true",
        "1http://a/, false",
        "http:, false",
        ":x, false",
        "http, false",
        "http://a/%20, true",
        "http://a/<b>, false",
        "http://a/\\b, false",
        "http://[::1]/, true"
    })
    void aUriHasASchemeAndNoForbiddenCharacter(String uri, boolean good) throws Exception {
        assertEquals(good, words(URI, uri).isEmpty());
    }

    @Test
    void theThousandAndFirstNameIsNotLookedAt() throws Exception {
        byte[][] thousand = new byte[RequestPolicy.MAX_NAMES][];
        Arrays.fill(thousand, name(DNS, "a.example"));
        assertEquals(List.of(), findings(thousand));
        byte[][] more = Arrays.copyOf(thousand, thousand.length + 1);
        more[thousand.length] = name(DNS, "");
        List<Finding> findings = findings(more);
        assertEquals(
                List.of("san.too-many"), findings.stream().map(Finding::code).toList());
        assertTrue(findings.getFirst().words().contains("more than 1000 alternative names"));
    }

    @ParameterizedTest
    @CsvSource({"20, 20, ''", "21, 21, 1 more", "35, 21, 15 more"})
    void twentyWrongNamesAreQuotedAndTheRestIsCounted(int wrong, int findings, String more) throws Exception {
        byte[][] names = new byte[wrong][];
        Arrays.fill(names, name(DNS, "-"));
        List<Finding> found = findings(names);
        assertEquals(findings, found.size());
        assertEquals("subjectAltName entry 20", found.get(19).where());
        assertTrue(
                more.isEmpty() || found.getLast().words().startsWith(more),
                () -> found.getLast().words());
        assertEquals(more.isEmpty() ? "san.dns" : "san.more", found.getLast().code());
    }

    @Test
    void anUnderscoreWarnsAndDoesNotRefuse() throws Exception {
        Finding finding = findings(name(DNS, "_dmarc.example")).getFirst();
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals("RFC 5280 section 4.2.1.6; RFC 1034 section 3.5", finding.clause());
        assertEquals("subjectAltName entry 1", finding.where());
    }

    @Test
    void namesCountFromOneWhateverTheirKind() throws Exception {
        List<Finding> findings = findings(
                name(DNS, "a.example"), name(MAIL, "x"), element(ADDRESS, new byte[4]), name(URI, "y"), name(DNS, "*"));
        assertEquals(
                List.of("subjectAltName entry 2", "subjectAltName entry 4", "subjectAltName entry 5"),
                findings.stream().map(Finding::where).toList());
    }
}

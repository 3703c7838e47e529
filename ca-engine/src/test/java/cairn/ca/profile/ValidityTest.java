package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Validity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a certificate starts and ends. */
class ValidityTest {
    private static final Instant NOW = Shaping.NOW;
    private static final IssuerData ISSUER = Shaping.anyIssuer();
    private static final String LIMITS =
            "\"default\": \"10 days\", \"max\": \"20 days\", \"backdate\": \"5 minutes\", \"max-backdate\": \"1 hour\", "
                    + "\"max-postdate\": \"2 days\"";

    @Test
    void theDefaultCountsBothEnds() throws ProfileRefusal {
        Validity validity = shape("\"default\": \"10 days\", \"max\": \"10 days\"", OperatorChoices.none());
        assertEquals(NOW, validity.notBefore());
        assertEquals(Instant.parse("2026-03-11T11:59:59Z"), validity.notAfter());
        assertEquals(Duration.ofDays(10), validity.length());
    }

    @Test
    void backdatingIsWhatTheProfileAllows() throws ProfileRefusal {
        assertEquals(
                Instant.parse("2026-03-01T12:00:00Z"),
                shape(LIMITS, OperatorChoices.none()).notBefore(),
                "never before the issuer");
        IssuerData older = aged(NOW.minusSeconds(3_600), Validity.NO_EXPIRATION);
        assertEquals(
                NOW.minusSeconds(300),
                shape(LIMITS, OperatorChoices.none(), older).notBefore());
        assertEquals(
                NOW.minusSeconds(3_600),
                shape(LIMITS, from(NOW.minusSeconds(3_600)), older).notBefore());
        IssuerData ancient = aged(Instant.EPOCH, Validity.NO_EXPIRATION);
        assertEquals(List.of("backdating"), rules(LIMITS, from(NOW.minusSeconds(3_601)), ancient));
        assertEquals(
                NOW.plusSeconds(172_800),
                shape(LIMITS, from(NOW.plusSeconds(172_800)), older).notBefore());
        assertEquals(List.of("postdating"), rules(LIMITS, from(NOW.plusSeconds(172_801)), older));
        IssuerData young = aged(NOW.minusSeconds(60), Validity.NO_EXPIRATION);
        assertEquals(List.of("within-issuer"), rules(LIMITS, from(NOW.minusSeconds(120)), young));
    }

    @Test
    void theOperatorChoosesWithinTheMaximum() throws ProfileRefusal {
        OperatorChoices none = OperatorChoices.none();
        assertEquals(
                Duration.ofDays(20),
                shape(LIMITS, none.withLifetime(Duration.ofDays(20))).length());
        assertEquals(
                NOW.plusSeconds(59),
                shape(LIMITS, none.withNotAfter(NOW.plusSeconds(59))).notAfter());
        assertEquals(
                List.of("longest"),
                rules(LIMITS, none.withLifetime(Duration.ofDays(20).plusSeconds(1)), ISSUER));
        assertEquals(List.of("longest"), rules(LIMITS, none.withNotAfter(NOW.plus(Duration.ofDays(21))), ISSUER));
        assertEquals(List.of("end-after-start"), rules(LIMITS, none.withNotAfter(NOW.minusSeconds(7_200)), ISSUER));
    }

    @Test
    void aCertificateEndsWithItsIssuerOrIsRefused() throws ProfileRefusal {
        IssuerData ending = aged(NOW.minusSeconds(60), NOW.plusSeconds(1_000));
        assertEquals(List.of("within-issuer"), rules(LIMITS, OperatorChoices.none(), ending));
        String clip = LIMITS + ", \"beyond-issuer\": \"clip\"";
        assertEquals(
                NOW.plusSeconds(1_000),
                shape(clip, OperatorChoices.none(), ending).notAfter());
        assertEquals(List.of("within-issuer"), rules(clip, from(NOW.plusSeconds(2_000)), ending));
        Profile profile = profile(LIMITS);
        assertEquals("within-issuer", profile.conflicts(ending, NOW).get(0).rule());
        assertTrue(profile(clip).conflicts(ending, NOW).isEmpty());
        assertTrue(profile.conflicts(ISSUER, NOW).isEmpty());
    }

    @Test
    void anIssuerThatIsNotValidNowIssuesNothing() {
        assertEquals(
                List.of("issuer-valid-now"),
                rules(LIMITS, OperatorChoices.none(), aged(Instant.EPOCH, NOW.minusSeconds(1))));
        assertEquals(
                List.of("issuer-valid-now"),
                rules(LIMITS, OperatorChoices.none(), aged(NOW.plusSeconds(1), Validity.NO_EXPIRATION)));
    }

    @Test
    void noExpirationIsTheLastSecondOfTheYear9999() throws ProfileRefusal {
        String endless = "\"default\": \"no expiration\", \"max\": \"no expiration\"";
        IssuerData issuer = aged(NOW, Validity.NO_EXPIRATION);
        assertEquals(
                Validity.NO_EXPIRATION,
                shape(endless, OperatorChoices.none(), issuer).notAfter());
        assertEquals(
                Duration.ofDays(3),
                shape(endless, OperatorChoices.none().withLifetime(Duration.ofDays(3)), issuer)
                        .length());
        assertEquals(
                Validity.NO_EXPIRATION,
                shape(endless, OperatorChoices.none().withLifetime(Duration.ofSeconds(Long.MAX_VALUE)), issuer)
                        .notAfter());
    }

    @Test
    void extremeChoicesAreRefusedNotStumbledOver() {
        IssuerData issuer = aged(NOW, Validity.NO_EXPIRATION);
        for (Instant extreme : List.of(Instant.MIN, Instant.MAX, Validity.NO_EXPIRATION.plusSeconds(1))) {
            assertTrue(!rules(LIMITS, from(extreme), issuer).isEmpty());
            assertTrue(!rules(LIMITS, OperatorChoices.none().withNotAfter(extreme), issuer)
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2049-12-31T23:59:59Z, 170d3439313233313233353935395a",
        "2050-01-01T00:00:00Z, 180f32303530303130313030303030305a",
        "1950-01-01T00:00:00Z, 170d3530303130313030303030305a",
        "1949-12-31T23:59:59Z, 180f31393439313233313233353935395a",
        "9999-12-31T23:59:59Z, 180f39393939313233313233353935395a"
    })
    void timesAreUtcTimeUntil2049(String instant, String hex) {
        assertEquals(hex, java.util.HexFormat.of().formatHex(ToBeSignedEncoder.time(Instant.parse(instant))));
    }

    @ParameterizedTest
    @CsvSource({"1 second,1", "90 seconds,90", "2 minutes,120", "1 hour,3600", "1 days,86400", "0 days,0"})
    void lengthsAreReadInWords(String text, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), Lifetime.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "1",
        "days",
        "-1 days",
        "01 days",
        "1.5 days",
        "1  day",
        "1 week",
        "36526 days",
        "9999999999 days",
        "P1D"
    })
    void otherLengthsAreNot(String text) {
        assertTrue(Lifetime.parse(text).isEmpty());
        assertTrue(Lifetime.parseOrNone(text).isEmpty());
    }

    @Test
    void lengthsAreWrittenInTheirLargestUnit() {
        assertEquals("1 day", Lifetime.words(Duration.ofHours(24)));
        assertEquals("25 hours", Lifetime.words(Duration.ofHours(25)));
        assertEquals("1 minute", Lifetime.words(Duration.ofSeconds(60)));
        assertEquals("61 seconds", Lifetime.words(Duration.ofSeconds(61)));
        assertEquals("no expiration", Lifetime.words(Lifetime.NO_EXPIRATION));
        assertEquals(Optional.of(Lifetime.NO_EXPIRATION), Lifetime.parseOrNone("no expiration"));
        assertTrue(Lifetime.parseOrNone("0 days").isEmpty());
    }

    @Test
    void aChoiceHasOneEnd() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ValidityChoice(Optional.empty(), Optional.of(NOW), Optional.of(Duration.ofDays(1))));
        assertThrows(
                IllegalArgumentException.class, () -> OperatorChoices.none().withLifetime(Duration.ofMillis(999)));
    }

    private static IssuerData aged(Instant from, Instant to) {
        return new IssuerData(
                ISSUER.subject(), ISSUER.keyId(), new Validity(from, to), ISSUER.algorithm(), 72, Optional.empty());
    }

    private static OperatorChoices from(Instant notBefore) {
        return OperatorChoices.none()
                .withValidity(new ValidityChoice(Optional.of(notBefore), Optional.empty(), Optional.empty()));
    }

    private static Profile profile(String validity) {
        return Shaping.profile(Shaping.json(Shaping.COMMON_NAME, "", validity, Shaping.SIGNS));
    }

    private static Validity shape(String validity, OperatorChoices choices) throws ProfileRefusal {
        return shape(validity, choices, ISSUER);
    }

    private static Validity shape(String validity, OperatorChoices choices, IssuerData issuer) throws ProfileRefusal {
        ToBeSigned shaped = profile(validity)
                .shape(Shaping.under(issuer, Shaping.request("CN=x").with(choices)));
        String text = new String(shaped.encoded().toArray(), StandardCharsets.ISO_8859_1);
        assertTrue(text.indexOf('Z') > 0);
        return shaped.validity();
    }

    private static List<String> rules(String validity, OperatorChoices choices, IssuerData issuer) {
        return Shaping.rules(assertThrows(ProfileRefusal.class, () -> shape(validity, choices, issuer)));
    }
}

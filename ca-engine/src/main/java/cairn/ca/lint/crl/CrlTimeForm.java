package cairn.ca.lint.crl;

import cairn.ca.lint.view.TimeView;
import java.time.Instant;

/** The one form of a time that the profile allows (RFC 5280 section 5.1.2.4). */
final class CrlTimeForm {
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    private CrlTimeForm() {}

    /** Whether it names a moment to the second in Z, by the right type for its year. */
    static boolean isProper(TimeView time) {
        int digits = time.isUtcTime() ? 12 : 14;
        return time.instant().isPresent()
                && time.leadingDigits() == digits
                && time.text().length() == digits + 1
                && time.text().endsWith("Z")
                && (time.isUtcTime()
                        || (time.isGeneralizedTime() && !time.instant().get().isBefore(YEAR_2050)));
    }
}

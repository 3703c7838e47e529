package cairn.app.session;

import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Validity;
import java.time.Duration;

/** How long certificates were to be valid; one that would outlive its issuer ends with it, and that is said. */
public record AskedLifetime(Duration length) {
    /** What was chosen, or what is usual for the profile. */
    public static AskedLifetime of(OperatorChoices choices, Profile profile) {
        return new AskedLifetime(choices.validity().lifetime().orElse(profile.usualLifetime()));
    }

    /** Whether the certificate is valid for less than was asked for. */
    public boolean isCut(Certificate certificate) {
        return !certificate.validity().notAfter().equals(Validity.NO_EXPIRATION)
                && length(certificate).compareTo(length) < 0;
    }

    /** What a person is told of that. */
    public String words(Certificate certificate) {
        boolean endless =
                length.compareTo(Duration.between(certificate.validity().notBefore(), Validity.NO_EXPIRATION)) > 0;
        return "note: valid for " + length(certificate).toDays() + " days and not "
                + (endless ? "without end" : "for " + length.toDays() + " days") + ", for the issuer ends on "
                + certificate.validity().notAfter();
    }

    /** Both ends belong to the period (RFC 5280 section 4.1.2.5). */
    private static Duration length(Certificate certificate) {
        Validity validity = certificate.validity();
        return Duration.between(validity.notBefore(), validity.notAfter()).plusSeconds(1);
    }
}

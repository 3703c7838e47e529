package cairn.ca.profile;

import cairn.ca.x509.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long certificates are valid.
 *
 * @param usual the lifetime if nobody chooses another
 * @param longest the longest that may be chosen
 * @param backdate how long before now a certificate starts, for peers whose clock is slow
 * @param maxBackdate how long before now an operator may let it start
 * @param maxPostdate how long after now an operator may let it start
 * @param clip whether a certificate that would outlive its issuer ends with it; else it is refused
 */
record ValidityRules(
        Duration usual, Duration longest, Duration backdate, Duration maxBackdate, Duration maxPostdate, boolean clip) {

    void shape(Draft draft) {
        Instant now = draft.request().now().truncatedTo(ChronoUnit.SECONDS);
        Validity issuer = draft.issuer().validity();
        if (!issuer.contains(now)) {
            draft.refuse(
                    "validity",
                    "issuer-valid-now",
                    "the issuer is valid from " + issuer.notBefore() + " to " + issuer.notAfter() + ", and now it is "
                            + now);
            return;
        }
        Instant notBefore = notBefore(draft, now);
        Instant notAfter = notAfter(draft, notBefore);
        if (notAfter.isBefore(notBefore)) {
            draft.refuse("validity.notAfter", "end-after-start", notAfter + " is before the start, " + notBefore);
            return;
        }
        Instant last = notAfter;
        if (notAfter.isAfter(issuer.notAfter())) {
            if (!clip || issuer.notAfter().isBefore(notBefore)) {
                draft.refuse(
                        "validity.notAfter",
                        "within-issuer",
                        "the certificate would end at " + notAfter + ", after its issuer at " + issuer.notAfter());
            }
            last = issuer.notAfter().isBefore(notBefore) ? notAfter : issuer.notAfter();
        }
        limitLength(draft, notBefore, last);
        draft.validity(new Validity(notBefore, last));
    }

    private Instant notBefore(Draft draft, Instant now) {
        Instant chosen = draft.choices()
                .validity()
                .notBefore()
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .orElse(null);
        Instant issuerStart = draft.issuer().validity().notBefore();
        if (chosen == null) {
            Instant start = now.minus(backdate);
            return start.isBefore(issuerStart) ? issuerStart : start;
        }
        if (chosen.isBefore(now.minus(maxBackdate))) {
            draft.refuse(
                    "validity.notBefore",
                    "backdating",
                    chosen + " is more than " + Lifetime.words(maxBackdate) + " before now, " + now);
        }
        if (chosen.isAfter(now.plus(maxPostdate))) {
            draft.refuse(
                    "validity.notBefore",
                    "postdating",
                    chosen + " is more than " + Lifetime.words(maxPostdate) + " after now, " + now);
        }
        if (chosen.isBefore(issuerStart)) {
            draft.refuse(
                    "validity.notBefore", "within-issuer", chosen + " is before the issuer's start, " + issuerStart);
        }
        return chosen;
    }

    private Instant notAfter(Draft draft, Instant notBefore) {
        ValidityChoice choice = draft.choices().validity();
        if (choice.notAfter().isPresent()) {
            return choice.notAfter().get().truncatedTo(ChronoUnit.SECONDS);
        }
        Duration length = choice.lifetime().orElse(usual);
        if (length.equals(Lifetime.NO_EXPIRATION)
                || length.compareTo(Duration.between(notBefore, Validity.NO_EXPIRATION)) > 0) {
            return Validity.NO_EXPIRATION;
        }
        // Both ends belong to the period (RFC 5280 section 4.1.2.5), so the last second is one less.
        return notBefore.plus(length).minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }

    private void limitLength(Draft draft, Instant notBefore, Instant notAfter) {
        if (longest.equals(Lifetime.NO_EXPIRATION)) {
            if (notAfter.isAfter(Validity.NO_EXPIRATION)) {
                draft.refuse("validity.notAfter", "year", "the year of " + notAfter + " has more than four digits");
            }
            return;
        }
        Duration length = Duration.between(notBefore, notAfter).plusSeconds(1);
        if (length.compareTo(longest) > 0) {
            draft.refuse(
                    "validity",
                    "longest",
                    "the certificate would be valid for " + Lifetime.words(length) + "; the longest is "
                            + Lifetime.words(longest));
        }
    }
}

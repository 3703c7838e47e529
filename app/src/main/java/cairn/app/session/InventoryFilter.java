package cairn.app.session;

import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which certificates a person wants to see. Unlike a {@link Selection} it means the same tomorrow.
 *
 * @param words as in {@link Selection#text()}; may be empty
 * @param days only valid ones that end within so many days; 0 for any
 */
public record InventoryFilter(String words, Optional<AuthorityName> issuer, Optional<Standing> standing, int days) {
    /** Every certificate. */
    public static final InventoryFilter ALL = new InventoryFilter("", Optional.empty(), Optional.empty(), 0);

    /** Refuses days that lie behind. */
    public InventoryFilter {
        if (days < 0) {
            throw new IllegalArgumentException("certificates end within one day at least: " + days);
        }
    }

    /** How it stands with a certificate, its end included. */
    public enum Standing {
        VALID,
        EXPIRED,
        HELD,
        REVOKED;

        /** How it stands with what the register says. */
        public static Standing of(CertificateStatus status, Instant notAfter, Instant now) {
            return switch (status) {
                case VALID -> notAfter.isBefore(now) ? EXPIRED : VALID;
                case HELD -> HELD;
                case REVOKED -> REVOKED;
            };
        }
    }

    /** What it means now. */
    public Selection selection(Instant now) {
        Optional<CertificateStatus> status = standing.map(wanted -> switch (wanted) {
            case VALID, EXPIRED -> CertificateStatus.VALID;
            case HELD -> CertificateStatus.HELD;
            case REVOKED -> CertificateStatus.REVOKED;
        });
        Optional<Instant> from = standing.filter(Standing.VALID::equals).map(valid -> now);
        Optional<Instant> before = standing.filter(Standing.EXPIRED::equals).map(expired -> now);
        if (days > 0) {
            Selection ending = Selection.expiring(now, now.plus(Duration.ofDays(days)));
            status = ending.status();
            from = ending.expiresFrom();
            before = ending.expiresBefore();
        }
        Optional<String> text = Optional.of(words.strip()).filter(some -> !some.isEmpty());
        return new Selection(text, issuer, status, from, before);
    }

    /** What is most useful first: what ends first where the end is asked for. */
    public Inventory.Order order() {
        return days > 0 ? Inventory.Order.EXPIRY : Inventory.Order.NEWEST_FIRST;
    }
}

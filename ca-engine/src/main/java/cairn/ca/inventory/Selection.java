package cairn.ca.inventory;

import cairn.ca.audit.AuthorityName;
import java.time.Instant;
import java.util.Optional;

/**
 * Which certificates are wanted; what is empty does not matter.
 *
 * @param text occurs in subject, alternative names, owner or tags, in any case; or is the whole serial number or the
 *     start of one of this workspace (hexadecimal, colons allowed), or the start of a key's digest
 * @param expiresFrom notAfter is not before this
 * @param expiresBefore notAfter is before this
 */
public record Selection(
        Optional<String> text,
        Optional<AuthorityName> issuer,
        Optional<CertificateStatus> status,
        Optional<Instant> expiresFrom,
        Optional<Instant> expiresBefore) {
    /** Every certificate. */
    public static Selection all() {
        return new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Those in which {@code wanted} occurs. */
    public static Selection containing(String wanted) {
        return new Selection(
                Optional.of(wanted), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Valid certificates that expire from one instant on and before another. */
    public static Selection expiring(Instant from, Instant before) {
        return new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.of(CertificateStatus.VALID),
                Optional.of(from),
                Optional.of(before));
    }

    /** The same, of one issuer. */
    public Selection of(AuthorityName authority) {
        return new Selection(text, Optional.of(authority), status, expiresFrom, expiresBefore);
    }

    /** The same, of one status. */
    public Selection of(CertificateStatus wanted) {
        return new Selection(text, issuer, Optional.of(wanted), expiresFrom, expiresBefore);
    }
}

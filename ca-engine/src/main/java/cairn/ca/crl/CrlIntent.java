package cairn.ca.crl;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.x509.Fingerprint;
import java.math.BigInteger;
import java.time.Instant;

/** What is recorded before a list is signed: its number is used up from then on. */
public record CrlIntent(
        IntentId id,
        AuthorityName issuer,
        BigInteger number,
        Instant thisUpdate,
        Instant nextUpdate,
        int entries,
        Fingerprint toBeSigned) {}

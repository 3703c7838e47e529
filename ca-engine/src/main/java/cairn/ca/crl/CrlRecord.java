package cairn.ca.crl;

import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.Fingerprint;
import java.math.BigInteger;
import java.time.Instant;

/** A signed list as the ledger knows it; its bytes lie in the workspace under its issuer and number. */
public record CrlRecord(
        AuthorityName issuer,
        BigInteger number,
        Instant thisUpdate,
        Instant nextUpdate,
        int entries,
        Fingerprint list) {}

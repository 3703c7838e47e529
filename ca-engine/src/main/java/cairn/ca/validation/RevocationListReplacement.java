package cairn.ca.validation;

import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a revocation list may take the place of an earlier one of the same issuer (RFC 5280 section 5.2.3). */
public final class RevocationListReplacement {
    private static final String CLAUSE = "RFC 5280 section 5.2.3";

    private RevocationListReplacement() {}

    /** What stands against the replacement; empty where nothing does. */
    public static List<Finding> objections(CertificateListOutline earlier, CertificateListOutline later) {
        if (!earlier.issuer().equals(later.issuer())) {
            return List.of(Finding.error(
                    "crl.other-issuer",
                    CLAUSE,
                    "issuer",
                    "The lists have different issuers: " + earlier.issuer() + " and " + later.issuer() + "."));
        }
        if (earlier.fingerprint().equals(later.fingerprint())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        number(earlier.number(), later.number(), findings);
        if (later.thisUpdate().isBefore(earlier.thisUpdate())) {
            findings.add(Finding.error(
                    "crl.older",
                    "RFC 5280 section 5.1.2.4",
                    "thisUpdate",
                    "The list was made " + Dates.span(later.thisUpdate(), earlier.thisUpdate())
                            + " before the one that it would replace."));
        }
        vanished(earlier, later, findings);
        return findings;
    }

    private static void number(Optional<BigInteger> earlier, Optional<BigInteger> later, List<Finding> findings) {
        if (earlier.isEmpty() || later.isEmpty()) {
            findings.add(Finding.warning(
                    "crl.no-number",
                    CLAUSE,
                    "cRLNumber",
                    "One of the lists has no number; which is the newer one cannot be told from it."));
            return;
        }
        int order = later.get().compareTo(earlier.get());
        if (order < 0) {
            findings.add(Finding.error(
                    "crl.number-went-back",
                    CLAUSE,
                    "cRLNumber",
                    "The number went back from " + earlier.get() + " to " + later.get()
                            + ": this is an old list, or the issuer's register was set back."));
        }
        if (order == 0) {
            findings.add(Finding.error(
                    "crl.number-twice",
                    CLAUSE,
                    "cRLNumber",
                    "Two different lists have the number " + later.get() + "."));
        }
    }

    private static void vanished(CertificateListOutline earlier, CertificateListOutline later, List<Finding> findings) {
        if (later.baseNumber().isPresent()) {
            return;
        }
        Set<BigInteger> left = new HashSet<>();
        earlier.forEachEntry(entry -> left.add(entry.serial()));
        later.forEachEntry(entry -> left.remove(entry.serial()));
        if (!left.isEmpty()) {
            findings.add(Finding.warning(
                    "crl.entries-gone",
                    "RFC 5280 section 3.3",
                    "revokedCertificates",
                    left.size()
                            + " revoked certificates of the earlier list are not on this one. That is right only for"
                            + " expired or released ones."));
        }
    }
}

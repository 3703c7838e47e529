package cairn.ca.lint;

import java.util.Set;

/** The words by which a profile says what kind of certificate it makes; a certificate without them gets the general rules. */
public final class LintTag {
    /** Matter product attestation authority. */
    public static final String MATTER_PAA = "matter-paa";
    /** Matter product attestation intermediate. */
    public static final String MATTER_PAI = "matter-pai";
    /** Matter device attestation certificate. */
    public static final String MATTER_DAC = "matter-dac";
    /** IEEE 802.1AR initial device identifier. */
    public static final String IDEVID = "idevid";
    /** Responder for the Online Certificate Status Protocol. */
    public static final String OCSP_RESPONDER = "ocsp-responder";
    /** A delegated CRL issuer, which may sign lists without being an authority. */
    public static final String CRL_ISSUER = "crl-issuer";

    private static final Set<String> ALL =
            Set.of(MATTER_PAA, MATTER_PAI, MATTER_DAC, IDEVID, OCSP_RESPONDER, CRL_ISSUER);

    private LintTag() {}

    /** Every word that a rule asks for. */
    public static Set<String> all() {
        return ALL;
    }

    /** Whether the context names any of the three Matter kinds. */
    public static boolean isMatter(LintContext context) {
        return context.has(MATTER_PAA) || context.has(MATTER_PAI) || context.has(MATTER_DAC);
    }
}

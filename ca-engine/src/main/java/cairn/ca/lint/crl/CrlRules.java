package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.CrlRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class CrlRules {
    private CrlRules() {}

    /** Those for a whole list. */
    public static List<CrlRule> all() {
        return List.of(
                new CrlVersion2(),
                new CrlSignatureAlgorithmMatch(),
                new CrlSignatureDigest(),
                new CrlIssuerNotEmpty(),
                new CrlIssuerNameBytes(),
                new CrlIssuerMaySign(),
                new CrlTimes(),
                new CrlNextUpdatePresent(),
                new CrlNextUpdateOrder(),
                new CrlNextUpdateYear(),
                new CrlWithinIssuer(),
                new CrlRevokedEmpty(),
                new CrlExtensionTwice(),
                new CrlExtensionListEmpty(),
                new CrlExtensionSyntax(),
                new CrlCriticalFalseEncoded(),
                new CrlUnknownCritical(),
                new CrlNumberPresent(),
                new CrlNumberRange(),
                new CrlAkiPresent(),
                new CrlAkiKeyOnly(),
                new CrlAkiMatch(),
                new CrlAkiNotCritical(),
                new CrlDistributionPointCritical(),
                new CrlDistributionPointContent(),
                new CrlDistributionPointUri(),
                new CrlIndirect(),
                new CrlDeltaCritical(),
                new CrlDeltaFreshest(),
                new CrlDeltaBase(),
                new CrlSerialTwice());
    }

    /** Those for each entry. */
    public static List<CrlEntryRule> entries() {
        return List.of(
                new EntrySerial(),
                new EntryTime(),
                new EntryAfterList(),
                new EntryTooEarly(),
                new EntryReasonKnown(),
                new EntryReasonUnspecified(),
                new EntryRemoveFromCrl(),
                new EntryUnknownCritical(),
                new EntryExtensionListEmpty(),
                new EntryInvalidityDate(),
                new EntryCertificateIssuer());
    }
}

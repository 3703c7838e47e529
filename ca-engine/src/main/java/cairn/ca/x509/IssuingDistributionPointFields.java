package cairn.ca.x509;

import java.util.Optional;

/**
 * What a revocation list says about its own scope (RFC 5280 section 5.2.5).
 *
 * @param scope which certificates it covers
 * @param point the DER bytes of the DistributionPointName it is for, where it names one
 * @param someReasons whether it covers some reasons only
 * @param indirect whether it lists certificates of other issuers
 */
public record IssuingDistributionPointFields(
        Scope scope, Optional<Octets> point, boolean someReasons, boolean indirect) {
    /** Which certificates of the issuer the list covers. */
    public enum Scope {
        ALL,
        END_ENTITIES,
        AUTHORITIES,
        ATTRIBUTES
    }

    /** Reads the value; refuses an empty one and more than one scope. */
    static IssuingDistributionPointFields read(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "issuingDistributionPoint");
        if (!value.hasMore()) {
            throw value.malformed("issuingDistributionPoint is empty, which RFC 5280 section 5.2.5 forbids");
        }
        Optional<Octets> point = Optional.empty();
        if (value.nextIs(0xA0)) {
            byte[] name = value.octets(0xA0, "distributionPoint");
            ExtensionStructure.distributionPointName(DerReader.of(name, "distributionPoint"));
            point = Optional.of(Octets.of(name));
        }
        boolean users = value.optionalBool(0x81, "onlyContainsUserCerts");
        boolean authorities = value.optionalBool(0x82, "onlyContainsCACerts");
        boolean reasons = value.nextIs(0x83);
        if (reasons) {
            ExtensionStructure.reasons(value);
        }
        boolean indirect = value.optionalBool(0x84, "indirectCRL");
        boolean attributes = value.optionalBool(0x85, "onlyContainsAttributeCerts");
        value.finish();
        if ((users && authorities) || (attributes && (users || authorities))) {
            throw value.malformed("issuingDistributionPoint limits the list to two kinds of certificate at once");
        }
        Scope scope = users ? Scope.END_ENTITIES : authorities ? Scope.AUTHORITIES : Scope.ALL;
        return new IssuingDistributionPointFields(attributes ? Scope.ATTRIBUTES : scope, point, reasons, indirect);
    }
}

package cairn.ca.x509;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An extension of a revocation list or of an entry in one (RFC 5280 sections 5.2 and 5.3). */
public record RevocationListExtension(String oid, boolean critical, Octets value) {
    static final String NUMBER = "2.5.29.20";
    static final String DELTA = "2.5.29.27";
    static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final String REASON = "2.5.29.21";
    private static final String INVALIDITY_DATE = "2.5.29.24";
    private static final String CERTIFICATE_ISSUER = "2.5.29.29";

    /** The extensions in the SEQUENCE that stands next; refuses none at all and the same one twice. */
    static List<RevocationListExtension> read(DerReader reader) throws MalformedException {
        List<ExtensionStructure.Raw> raw = ExtensionStructure.read(reader, "the extensions");
        if (raw.isEmpty()) {
            throw reader.malformed("the extensions are there and empty");
        }
        return raw.stream()
                .map(r -> new RevocationListExtension(r.oid(), r.critical(), r.value()))
                .toList();
    }

    /** Checks the values of those that RFC 5280 defines for a list. */
    static void checkAll(List<RevocationListExtension> extensions) throws MalformedException {
        for (RevocationListExtension extension : extensions) {
            DerReader reader = extension.reader();
            switch (extension.oid) {
                case NUMBER, DELTA -> {
                    if (reader.integer(DerReader.INTEGER, extension.title()).signum() < 0) {
                        throw reader.malformed(extension.title() + " is negative");
                    }
                    reader.finish();
                }
                case ISSUING_DISTRIBUTION_POINT -> {
                    IssuingDistributionPointFields.read(reader);
                    reader.finish();
                }
                default -> CertificateStructure.checkExtensionValue(extension.oid, extension.value.toArray());
            }
        }
    }

    /** The reason code among the extensions of an entry; checks the values of those that RFC 5280 defines. */
    static Optional<Integer> reason(List<RevocationListExtension> extensions) throws MalformedException {
        Optional<Integer> reason = Optional.empty();
        for (RevocationListExtension extension : extensions) {
            DerReader reader = extension.reader();
            switch (extension.oid) {
                case REASON -> reason = Optional.of(reader.smallInteger(DerReader.ENUMERATED, 10, "reasonCode"));
                case INVALIDITY_DATE -> DerTime.read(reader, "invalidityDate");
                case CERTIFICATE_ISSUER ->
                    GeneralNameStructure.names(
                            reader.enter(DerReader.SEQUENCE, "certificateIssuer"), "certificateIssuer");
                default -> reader.rest();
            }
            reader.finish();
        }
        return reason;
    }

    /** The name of the extension for people. */
    public String title() {
        return ExtensionTitle.of(oid);
    }

    private DerReader reader() {
        return DerReader.of(value.toArray(), title());
    }

    /** The value of an extension that is a number. */
    BigInteger number() {
        try {
            return reader().integer(DerReader.INTEGER, title());
        } catch (MalformedException e) {
            throw new IllegalStateException("the number was read before", e);
        }
    }

    /** What the list covers, where this is an issuing distribution point that was checked. */
    public Optional<IssuingDistributionPointFields> issuingDistributionPoint() {
        if (!oid.equals(ISSUING_DISTRIBUTION_POINT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IssuingDistributionPointFields.read(reader()));
        } catch (MalformedException e) {
            throw new IllegalStateException("the value was read before", e);
        }
    }
}

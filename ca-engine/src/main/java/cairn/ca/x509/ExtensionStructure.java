package cairn.ca.x509;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks Extensions (RFC 5280 section 4.1.2.9) and the values of those that RFC 5280 and RFC 9608 define. */
final class ExtensionStructure {
    /** The highest reason flag, aACompromise (RFC 5280 section 4.2.1.13). */
    private static final int REASON_FLAGS_OCTETS = 2;

    /** More extensions than anybody has use for. */
    private static final int MAX_EXTENSIONS = 500;

    private ExtensionStructure() {}

    /** An extension as it stands in the bytes. */
    record Raw(String oid, boolean critical, Octets value, int offset) {
        DerReader reader() {
            return DerReader.of(value.toArray(), title(oid));
        }
    }

    /** Reads the SEQUENCE OF Extension that stands next; refuses none at all and the same one twice. */
    static List<Raw> read(DerReader reader, String what) throws MalformedException {
        DerReader all = reader.enter(DerReader.SEQUENCE, what);
        List<Raw> extensions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (all.hasMore()) {
            int offset = all.offset();
            DerReader one = all.enter(DerReader.SEQUENCE, "an extension");
            String oid = one.oid("the identifier of an extension");
            boolean critical = one.optionalBool(DerReader.BOOLEAN, "critical of " + title(oid));
            byte[] value = one.octets(DerReader.OCTET_STRING, "the value of " + title(oid));
            one.finish();
            if (!seen.add(oid)) {
                throw one.malformed(title(oid) + " stands there twice");
            }
            if (extensions.size() >= MAX_EXTENSIONS) {
                throw one.malformed("more than " + MAX_EXTENSIONS + " extensions");
            }
            extensions.add(new Raw(oid, critical, Octets.of(value), offset));
        }
        return extensions;
    }

    /** Checks the values of the extensions that a certificate may have. */
    static void checkAll(List<Raw> extensions) throws MalformedException {
        for (Raw extension : extensions) {
            DerReader reader = extension.reader();
            try {
                if (checkKnown(extension.oid(), reader)) {
                    reader.finish();
                }
            } catch (MalformedException e) {
                throw new MalformedException(
                        title(extension.oid()) + ": " + e.what(),
                        "extension at offset " + extension.offset() + ", " + e.where(),
                        e);
            }
        }
    }

    private static boolean checkKnown(String oid, DerReader reader) throws MalformedException {
        switch (oid) {
            case "2.5.29.14" -> reader.skip(DerReader.OCTET_STRING, "the identifier");
            case "2.5.29.15" -> keyUsage(reader);
            case "2.5.29.17", "2.5.29.18" ->
                GeneralNameStructure.names(reader.enter(DerReader.SEQUENCE, "the names"), title(oid));
            case "2.5.29.19" -> basicConstraints(reader);
            case "2.5.29.30" -> PolicyStructure.nameConstraints(reader);
            case "2.5.29.31", "2.5.29.46" -> distributionPoints(reader);
            case "2.5.29.32" -> PolicyStructure.policies(reader);
            case "2.5.29.33" -> PolicyStructure.mappings(reader);
            case "2.5.29.35" -> authorityKeyIdentifier(reader);
            case "2.5.29.36" -> PolicyStructure.constraints(reader);
            case "2.5.29.37" -> purposes(reader);
            case "2.5.29.54" -> reader.smallInteger(DerReader.INTEGER, Integer.MAX_VALUE, "skipCerts");
            case "2.5.29.56" -> reader.enter(DerReader.NULL, "the value").finish();
            case "1.3.6.1.5.5.7.1.1", "1.3.6.1.5.5.7.1.11" -> accessDescriptions(reader);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void keyUsage(DerReader reader) throws MalformedException {
        byte[] bits = reader.bitString("keyUsage");
        boolean any = false;
        for (byte octet : bits) {
            any |= octet != 0;
        }
        if (!any) {
            throw reader.malformed("no bit is set");
        }
    }

    private static void basicConstraints(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "basicConstraints");
        if (value.nextIs(DerReader.BOOLEAN)) {
            // A FALSE that is spelled out is not DER, and stands in so many real certificates that nobody refuses it.
            value.bool(DerReader.BOOLEAN, "cA");
        }
        if (value.nextIs(DerReader.INTEGER)) {
            value.smallInteger(DerReader.INTEGER, Integer.MAX_VALUE, "pathLenConstraint");
        }
        value.finish();
    }

    private static void authorityKeyIdentifier(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "authorityKeyIdentifier");
        if (value.nextIs(0x80)) {
            value.skip("keyIdentifier");
        }
        boolean issuer = value.nextIs(0xA1);
        if (issuer) {
            GeneralNameStructure.names(value.enter(0xA1, "authorityCertIssuer"), "authorityCertIssuer");
        }
        if (issuer != value.nextIs(0x82)) {
            throw value.malformed("authorityCertIssuer and authorityCertSerialNumber stand together or not at all");
        }
        if (issuer) {
            value.integer(0x82, "authorityCertSerialNumber");
        }
        value.finish();
    }

    private static void purposes(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "extKeyUsage");
        do {
            value.oid("a purpose");
        } while (value.hasMore());
    }

    private static void accessDescriptions(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "the access descriptions");
        do {
            DerReader one = value.enter(DerReader.SEQUENCE, "an access description");
            one.oid("accessMethod");
            GeneralNameStructure.name(one, "accessLocation", false);
            one.finish();
        } while (value.hasMore());
    }

    private static void distributionPoints(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "the distribution points");
        do {
            DerReader point = value.enter(DerReader.SEQUENCE, "a distribution point");
            boolean hasName = point.nextIs(0xA0);
            if (hasName) {
                distributionPointName(point.enter(0xA0, "distributionPoint"));
            }
            if (point.nextIs(0x81)) {
                reasons(point);
            }
            boolean hasIssuer = point.nextIs(0xA2);
            if (hasIssuer) {
                GeneralNameStructure.names(point.enter(0xA2, "cRLIssuer"), "cRLIssuer");
            }
            point.finish();
            if (!hasName && !hasIssuer) {
                throw point.malformed("a distribution point has neither a name nor an issuer");
            }
        } while (value.hasMore());
    }

    /** The content of [0] distributionPoint: exactly one of the two forms (RFC 5280 section 4.2.1.13). */
    static void distributionPointName(DerReader explicit) throws MalformedException {
        switch (explicit.tag()) {
            case 0xA0 -> GeneralNameStructure.names(explicit.enter(0xA0, "fullName"), "fullName");
            case 0xA1 ->
                NameStructure.relative(explicit.enter(0xA1, "nameRelativeToCRLIssuer"), "nameRelativeToCRLIssuer");
            default -> throw explicit.malformed("a distribution point has a name of unknown form");
        }
        explicit.finish();
    }

    /** ReasonFlags under tag [1] of a distribution point or [3] of an issuing distribution point. */
    static void reasons(DerReader reader) throws MalformedException {
        DerReader place = reader.enter(reader.tag(), "reasons");
        if (place.left() < 2 || place.left() > 1 + REASON_FLAGS_OCTETS) {
            throw place.malformed("the reasons are not reason flags");
        }
    }

    /** The name of an extension for people. */
    static String title(String oid) {
        return ExtensionTitle.of(oid);
    }
}

package cairn.ca.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The strict reading of a certificate that came from outside: every field and the value of every extension of RFC 5280 has
 * the form that the standard gives it. {@link Certificate#ofDer} alone checks less, because the authority also
 * uses it for what it has built itself, thousands of times a second.
 */
public final class CertificateStructure {
    private CertificateStructure() {}

    /** Reads a certificate and refuses one that is not exactly what RFC 5280 section 4.1 describes. */
    public static Certificate read(byte[] der) throws MalformedException {
        check(der);
        return Certificate.ofDer(der);
    }

    /** Refuses bytes that are not exactly a certificate as RFC 5280 section 4.1 describes it. */
    public static void check(byte[] der) throws MalformedException {
        Der.requireDer(der);
        DerReader file = DerReader.of(der, "the certificate");
        DerReader certificate = file.enter(DerReader.SEQUENCE, "the certificate");
        DerReader peek = DerReader.of(der, "the certificate").enter(DerReader.SEQUENCE, "the certificate");
        byte[] inner = toBeSigned(peek);
        certificate.skip(DerReader.SEQUENCE, "tbsCertificate");
        byte[] outer = algorithm(certificate, "signatureAlgorithm");
        if (!Arrays.equals(inner, outer)) {
            throw certificate.malformed(
                    "signatureAlgorithm differs inside and outside of what is signed (RFC 5280 section 4.1.1.2)");
        }
        certificate.wholeOctets("signatureValue");
        certificate.finish();
    }

    /** The same for the part that is signed, alone. */
    public static void checkToBeSigned(byte[] der) throws MalformedException {
        Der.requireDer(der);
        toBeSigned(DerReader.of(der, "tbsCertificate"));
    }

    /** Refuses the value of an extension of RFC 5280 that has not its form; knows nothing about others. */
    public static void checkExtensionValue(String oid, byte[] value) throws MalformedException {
        ExtensionStructure.checkAll(List.of(new ExtensionStructure.Raw(oid, false, Octets.of(value), 0)));
    }

    /** Refuses a name whose strings have octets that their type does not allow (RFC 5280 section 4.1.2.4). */
    public static void checkName(DistinguishedName name) throws MalformedException {
        NameStructure.check(DerReader.of(name.encoded(), "the name"), "the name");
    }

    /** Refuses bytes that are not exactly one GeneralName (RFC 5280 section 4.2.1.6). */
    public static void checkGeneralName(byte[] der) throws MalformedException {
        DerReader reader = DerReader.of(der, "a name");
        GeneralNameStructure.name(reader, "a name", false);
        reader.finish();
    }

    private static byte[] toBeSigned(DerReader reader) throws MalformedException {
        DerReader tbs = reader.enter(DerReader.SEQUENCE, "tbsCertificate");
        int version = version(tbs);
        tbs.integer(DerReader.INTEGER, "serialNumber");
        byte[] algorithm = algorithm(tbs, "signature");
        NameStructure.check(tbs, "issuer");
        validity(tbs.enter(DerReader.SEQUENCE, "validity"));
        NameStructure.check(tbs, "subject");
        publicKey(tbs);
        uniqueId(tbs, 1, version);
        uniqueId(tbs, 2, version);
        int extensionsTag = DerReader.contextConstructed(3);
        if (tbs.nextIs(extensionsTag)) {
            if (version != 3) {
                throw tbs.malformed(
                        "a certificate of version " + version + " has extensions, which only version 3 may");
            }
            DerReader explicit = tbs.enter(extensionsTag, "extensions");
            List<ExtensionStructure.Raw> extensions = ExtensionStructure.read(explicit, "extensions");
            if (extensions.isEmpty()) {
                throw explicit.malformed("extensions are there and empty");
            }
            explicit.finish();
            ExtensionStructure.checkAll(extensions);
        }
        tbs.finish();
        return algorithm;
    }

    private static int version(DerReader tbs) throws MalformedException {
        int tag = DerReader.contextConstructed(0);
        if (!tbs.nextIs(tag)) {
            return 1;
        }
        DerReader explicit = tbs.enter(tag, "version");
        BigInteger version = explicit.integer(DerReader.INTEGER, "version");
        explicit.finish();
        if (!version.equals(BigInteger.ONE) && !version.equals(BigInteger.TWO)) {
            throw explicit.malformed("version " + version.add(BigInteger.ONE) + ", where only 2 and 3 can be written");
        }
        return version.intValue() + 1;
    }

    private static void validity(DerReader validity) throws MalformedException {
        Instant notBefore = DerTime.read(validity, "notBefore");
        Instant notAfter = DerTime.read(validity, "notAfter");
        if (notAfter.isBefore(notBefore)) {
            throw validity.malformed("notAfter " + notAfter + " is before notBefore " + notBefore);
        }
        validity.finish();
    }

    private static void uniqueId(DerReader tbs, int number, int version) throws MalformedException {
        int tag = DerReader.context(number);
        if (tbs.nextIs(tag)) {
            if (version == 1) {
                throw tbs.malformed("a certificate of version 1 has a unique identifier");
            }
            tbs.skip("a unique identifier");
        }
    }

    /** Goes behind the SubjectPublicKeyInfo that stands next. */
    static void publicKey(DerReader reader) throws MalformedException {
        DerReader info = reader.enter(DerReader.SEQUENCE, "subjectPublicKeyInfo");
        algorithm(info, "the algorithm of the public key");
        info.wholeOctets("subjectPublicKey");
        info.finish();
    }

    /** Goes behind the AlgorithmIdentifier that stands next and returns its octets. */
    static byte[] algorithm(DerReader reader, String what) throws MalformedException {
        byte[] element = reader.element(what);
        DerReader content = DerReader.of(element, what).enter(DerReader.SEQUENCE, what);
        content.oid(what);
        if (content.hasMore()) {
            content.skip("the parameters of " + what);
        }
        content.finish();
        return element;
    }
}

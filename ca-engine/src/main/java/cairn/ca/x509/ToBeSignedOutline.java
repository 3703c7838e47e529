package cairn.ca.x509;

import java.math.BigInteger;

/**
 * What stands in a TBSCertificate apart from names and extensions (RFC 5280 section 4.1.2), read without the ASN.1
 * library, which costs ten times as much.
 */
public record ToBeSignedOutline(BigInteger serialNumber, Validity validity) {
    /** Reads the DER octets of one TBSCertificate; looks at the fields' tags and at what is kept. */
    public static ToBeSignedOutline read(byte[] der) throws MalformedException {
        Der.requireDer(der);
        DerReader tbs = DerReader.of(der, "tbsCertificate").enter(DerReader.SEQUENCE, "tbsCertificate");
        if (tbs.nextIs(DerReader.contextConstructed(0))) {
            tbs.skip("version");
        }
        BigInteger serialNumber = tbs.integer(DerReader.INTEGER, "serialNumber");
        tbs.skip(DerReader.SEQUENCE, "signature");
        tbs.skip(DerReader.SEQUENCE, "issuer");
        DerReader period = tbs.enter(DerReader.SEQUENCE, "validity");
        Validity validity = validity(period);
        tbs.skip(DerReader.SEQUENCE, "subject");
        tbs.skip(DerReader.SEQUENCE, "subjectPublicKeyInfo");
        return new ToBeSignedOutline(serialNumber, validity);
    }

    private static Validity validity(DerReader period) throws MalformedException {
        try {
            Validity validity = new Validity(DerTime.read(period, "notBefore"), DerTime.read(period, "notAfter"));
            period.finish();
            return validity;
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), "validity", e);
        }
    }
}

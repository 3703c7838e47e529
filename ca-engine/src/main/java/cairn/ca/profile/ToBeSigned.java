package cairn.ca.profile;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.Validity;

/**
 * A TBSCertificate as its exact DER bytes (RFC 5280 section 4.1.2) with the algorithm that it names. Only a profile
 * makes one.
 */
public final class ToBeSigned {
    private final Octets encoded;
    private final SignatureAlgorithm algorithm;
    private final SerialNumber serialNumber;
    private final Validity validity;

    ToBeSigned(Octets encoded, SignatureAlgorithm algorithm, SerialNumber serialNumber, Validity validity) {
        this.encoded = encoded;
        this.algorithm = algorithm;
        this.serialNumber = serialNumber;
        this.validity = validity;
    }

    /** The DER bytes that are linted, recorded and signed. */
    public Octets encoded() {
        return encoded;
    }

    /** The algorithm of the signature. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The serial number. */
    public SerialNumber serialNumber() {
        return serialNumber;
    }

    /** The period of validity. */
    public Validity validity() {
        return validity;
    }

    /**
     * The certificate with this signature, which is not verified here.
     *
     * @param signature the octets of signatureValue
     */
    public Certificate withSignature(byte[] signature) throws MalformedException {
        return Certificate.ofDer(DerParts.certificate(encoded.toArray(), algorithm, signature));
    }
}

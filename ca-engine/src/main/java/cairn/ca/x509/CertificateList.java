package cairn.ca.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;

/** A certificate revocation list as its exact DER bytes (RFC 5280 section 5.1). Immutable. */
public final class CertificateList {
    private final byte[] encoded;
    private final X509CRLHolder holder;

    private CertificateList(byte[] encoded, X509CRLHolder holder) {
        this.encoded = encoded;
        this.holder = holder;
    }

    /** Reads one DER list; refuses BER, trailing bytes and anything that is not a list. */
    public static CertificateList ofDer(byte[] der) throws MalformedException {
        Der.requireDer(der);
        try {
            return new CertificateList(der.clone(), new X509CRLHolder(der));
        } catch (IOException | RuntimeException e) {
            throw new MalformedException("not an X.509 certificate revocation list", "offset 0", e);
        }
    }

    /** The DER bytes. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The same for the ASN.1 library. */
    public X509CRLHolder holder() {
        return holder;
    }

    /** The bytes that the issuer signed, as they stand in the list. */
    public byte[] toBeSigned() {
        return Der.firstWithin(encoded);
    }

    /** The issuer, byte for byte. */
    public DistinguishedName issuer() {
        return DistinguishedName.of(holder.getIssuer());
    }

    /** thisUpdate (RFC 5280 section 5.1.2.4). */
    public Instant thisUpdate() {
        return holder.getThisUpdate().toInstant();
    }

    /** nextUpdate (RFC 5280 section 5.1.2.5). */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(holder.getNextUpdate()).map(Date::toInstant);
    }

    /** cRLNumber (RFC 5280 section 5.2.3). */
    public Optional<BigInteger> number() {
        return Optional.ofNullable(holder.getExtension(Extension.cRLNumber))
                .map(extension ->
                        ASN1Integer.getInstance(extension.getParsedValue()).getValue());
    }

    /** The SHA-256 digest of the DER bytes. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(encoded);
    }
}

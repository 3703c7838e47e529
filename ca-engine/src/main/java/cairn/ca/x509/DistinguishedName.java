package cairn.ca.x509;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * A distinguished name as its exact DER bytes. Two names are equal when their bytes are: an issuer is copied, never
 * encoded again.
 */
public final class DistinguishedName {
    private final byte[] encoded;
    private final X500Name name;

    private DistinguishedName(byte[] encoded, X500Name name) {
        this.encoded = encoded;
        this.name = name;
    }

    /** Reads an RFC 4514 string such as {@code CN=Root,O=Example}; strings become UTF8String, countries PrintableString. */
    public static DistinguishedName parse(String rfc4514) throws MalformedException {
        return of(NameText.parse(rfc4514));
    }

    /** Wraps a name that the ASN.1 library built or read. */
    public static DistinguishedName of(X500Name name) {
        try {
            return new DistinguishedName(name.getEncoded("DER"), name);
        } catch (IOException e) {
            throw new IllegalStateException("a name in memory can be encoded", e);
        }
    }

    /** Reads the DER bytes of a Name and keeps them as they are. */
    public static DistinguishedName ofDer(byte[] der) throws MalformedException {
        DerReader reader = DerReader.of(der, "the name");
        NameStructure.checkForm(reader, "the name");
        reader.finish();
        try {
            return new DistinguishedName(der.clone(), X500Name.getInstance(der));
        } catch (RuntimeException e) {
            throw new MalformedException("not the DER encoding of a Name", "offset 0", e);
        }
    }

    /** The DER bytes. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The same for the ASN.1 library. */
    public X500Name name() {
        return name;
    }

    /** Whether there is no attribute at all. */
    public boolean isEmpty() {
        return name.getRDNs().length == 0;
    }

    /** The first value of an attribute, as the text that it is, neither escaped nor safe to show; digits after a hash where it is no text. */
    public Optional<String> first(ASN1ObjectIdentifier attribute) {
        RDN[] rdns = name.getRDNs(attribute);
        if (rdns.length == 0) {
            return Optional.empty();
        }
        for (AttributeTypeAndValue value : rdns[0].getTypesAndValues()) {
            if (value.getType().equals(attribute)) {
                return Optional.of(
                        NamePrinter.text(value.getValue()).orElseGet(() -> NamePrinter.hex(value.getValue())));
            }
        }
        return Optional.empty();
    }

    /** The common name, if there is one. */
    public Optional<String> commonName() {
        return first(BCStyle.CN);
    }

    /** Whether RFC 5280 section 7.1 takes both for one name: case and spacing of its texts do not count. */
    public boolean matches(DistinguishedName other) {
        return name.equals(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinguishedName that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /** RFC 4514 text, the most specific part first, safe for one line of a terminal (see {@link PlainText}). */
    @Override
    public String toString() {
        return PlainText.escape(NamePrinter.print(name));
    }
}

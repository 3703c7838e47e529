package cairn.ca.x509;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Writes the text form of a name (RFC 4514 section 2), the other half of {@link NameText}. Written out because the library
 * prints a value that begins with a backslash and a hash as it prints one that begins with a hash, and two names must never
 * look the same.
 */
final class NamePrinter {
    private NamePrinter() {}

    static String print(X500Name name) {
        StringBuilder text = new StringBuilder();
        RDN[] rdns = name.getRDNs();
        for (int i = rdns.length - 1; i >= 0; i--) {
            String separator = "";
            for (AttributeTypeAndValue attribute : rdns[i].getTypesAndValues()) {
                text.append(separator).append(type(attribute.getType())).append('=');
                append(text, attribute.getValue());
                separator = "+";
            }
            text.append(i > 0 ? "," : "");
        }
        return text.toString();
    }

    private static String type(ASN1ObjectIdentifier type) {
        String symbol = BCStyle.INSTANCE.oidToDisplayName(type);
        return symbol == null ? type.getId() : symbol;
    }

    /** The characters of a value that is a string; nothing for octets that its type does not allow. */
    static Optional<String> text(ASN1Encodable value) {
        try {
            return value instanceof ASN1String string
                            && !(value instanceof ASN1UniversalString)
                            && !(value instanceof ASN1BitString)
                    ? Optional.of(string.getString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void append(StringBuilder text, ASN1Encodable value) {
        Optional<String> string = text(value);
        if (string.isPresent()) {
            escape(text, string.get());
            return;
        }
        text.append(hex(value));
    }

    /** A value that is no text: its DER in hexadecimal digits (RFC 4514 section 2.4). */
    static String hex(ASN1Encodable value) {
        try {
            return "#" + HexFormat.of().formatHex(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a value in memory can be encoded", e);
        }
    }

    private static void escape(StringBuilder text, String value) {
        int last = value.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            boolean edge = (c == ' ' && (i == 0 || i == last)) || (c == '#' && i == 0);
            if (c == 0) {
                text.append("\\00");
                continue;
            }
            if (edge || "\"+,;<>\\=".indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
    }
}

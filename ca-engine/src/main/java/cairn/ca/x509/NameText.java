package cairn.ca.x509;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Reads the text form of a name (RFC 4514 section 3). Written out because the library loses a backslash at the end of a value,
 * and a name that is not the one that was typed must never be certified.
 */
final class NameText {
    private final String text;
    private int at;

    private NameText(String text) {
        this.text = text;
    }

    /** The name, most significant part first, as DER has it. */
    static X500Name parse(String text) throws MalformedException {
        NameText reader = new NameText(text);
        List<RDN> rdns = new ArrayList<>();
        reader.spaces();
        if (reader.at < text.length()) {
            do {
                rdns.addFirst(reader.relative());
            } while (reader.accept(','));
        }
        if (reader.at < text.length()) {
            throw reader.malformed("a comma or the end is expected");
        }
        return new X500Name(BCStyle.INSTANCE, rdns.toArray(RDN[]::new));
    }

    private RDN relative() throws MalformedException {
        List<AttributeTypeAndValue> attributes = new ArrayList<>();
        do {
            attributes.add(attribute());
        } while (accept('+'));
        return new RDN(attributes.toArray(AttributeTypeAndValue[]::new));
    }

    private AttributeTypeAndValue attribute() throws MalformedException {
        spaces();
        int equals = text.indexOf('=', at);
        if (equals < 0) {
            throw malformed("an attribute has no equals sign");
        }
        String type = text.substring(at, equals).strip();
        try {
            ASN1ObjectIdentifier oid = BCStyle.INSTANCE.attrNameToOID(type);
            at = equals + 1;
            spaces();
            ASN1Encodable value = at < text.length() && text.charAt(at) == '#' ? encoded() : string(oid, type);
            return new AttributeTypeAndValue(oid, value);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not an attribute of a name: " + type, "character " + (at + 1), e);
        }
    }

    /** The text in the type of string that the attribute has. */
    private ASN1Encodable string(ASN1ObjectIdentifier oid, String type) throws MalformedException {
        String value = value();
        // The backslash in front tells the library to take the rest as it is.
        ASN1Encodable string = BCStyle.INSTANCE.stringToValue(oid, "\\" + value);
        if (!(string instanceof ASN1UTF8String) && value.chars().anyMatch(c -> c > 0x7F)) {
            // The library would keep the low eight bits of each letter.
            throw malformed("a letter beyond ASCII, which the type of string of " + type + " cannot hold,");
        }
        return string;
    }

    private ASN1Encodable encoded() throws MalformedException {
        int start = ++at;
        while (at < text.length() && HexFormat.isHexDigit(text.charAt(at))) {
            at++;
        }
        byte[] der = HexFormat.of().parseHex(text.substring(start, at));
        Der.requireDer(der);
        try {
            ASN1Encodable value = ASN1Primitive.fromByteArray(der);
            spaces();
            return value;
        } catch (IOException e) {
            throw new MalformedException("the digits are not DER", "character " + start, e);
        }
    }

    private String value() throws MalformedException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int kept = 0;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '+') {
            int c = text.codePointAt(at);
            boolean escaped = c == '\\';
            if (escaped) {
                escape(octets);
            } else if (c == '"' || c == ';' || c == '<' || c == '>' || c == 0) {
                throw malformed("a character that needs a backslash before it");
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw malformed("half a character");
            } else {
                octets.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(c);
            }
            // Spaces at the end do not count, unless they are escaped.
            kept = escaped || c != ' ' ? octets.size() : kept;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray(), 0, kept))
                    .toString();
        } catch (CharacterCodingException e) {
            // A decoder that replaces would certify a name that nobody typed.
            throw new MalformedException(
                    "octets that are not UTF-8 in the name " + PlainText.escape(text), "character " + (at + 1), e);
        }
    }

    private void escape(ByteArrayOutputStream octets) throws MalformedException {
        if (at + 1 >= text.length()) {
            throw malformed("a backslash at the end");
        }
        char next = text.charAt(at + 1);
        if ("\"+,;<>\\ #=".indexOf(next) >= 0) {
            octets.write(next);
            at += 2;
        } else if (at + 2 < text.length() && HexFormat.isHexDigit(next) && HexFormat.isHexDigit(text.charAt(at + 2))) {
            octets.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
            at += 3;
        } else {
            throw malformed("a backslash before a character that needs none");
        }
    }

    private boolean accept(char separator) {
        spaces();
        boolean there = at < text.length() && text.charAt(at) == separator;
        at += there ? 1 : 0;
        return there;
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private MalformedException malformed(String what) {
        return new MalformedException(what + " in the name " + PlainText.escape(text), "character " + (at + 1));
    }
}

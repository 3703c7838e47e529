package cairn.ca.profile;

import cairn.ca.x509.AddressText;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.PlainText;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.OtherName;

/**
 * A subject alternative name (RFC 5280 section 4.2.1.6) of a kind that a profile can speak of.
 *
 * @param text what people read and patterns see
 * @param name the ASN.1 value
 */
public record AlternativeName(NameType type, String text, GeneralName name) {
    /** id-on-hardwareModuleName (RFC 4108 section 5). */
    static final ASN1ObjectIdentifier HARDWARE_MODULE_NAME = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.4");

    /** A host name, in ASCII (A-labels). */
    public static AlternativeName dns(String name) throws MalformedException {
        requireAscii("DNS name", name);
        return new AlternativeName(NameType.DNS, name, new GeneralName(GeneralName.dNSName, name));
    }

    /** An address of the internet protocol, version 4 or 6, in its usual text form. */
    public static AlternativeName ip(String address) throws MalformedException {
        byte[] octets = AddressText.parse(address);
        return ip(octets);
    }

    /** A URI, in ASCII. */
    public static AlternativeName uri(String uri) throws MalformedException {
        requireAscii("URI", uri);
        return new AlternativeName(NameType.URI, uri, new GeneralName(GeneralName.uniformResourceIdentifier, uri));
    }

    /** A mailbox, in ASCII. */
    public static AlternativeName email(String mailbox) throws MalformedException {
        requireAscii("mailbox", mailbox);
        return new AlternativeName(NameType.EMAIL, mailbox, new GeneralName(GeneralName.rfc822Name, mailbox));
    }

    /** A HardwareModuleName (RFC 4108 section 5). */
    public static AlternativeName hardwareModule(ASN1ObjectIdentifier type, byte[] serial) {
        DERSequence value = new DERSequence(type, new DEROctetString(serial));
        return new AlternativeName(
                NameType.HARDWARE_MODULE,
                hardwareText(type, serial),
                new GeneralName(GeneralName.otherName, new OtherName(HARDWARE_MODULE_NAME, value)));
    }

    /** Reads a name as it stands in a request. */
    public static AlternativeName of(GeneralName name) throws MalformedException {
        try {
            return switch (name.getTagNo()) {
                case GeneralName.dNSName -> dns(ia5(name));
                case GeneralName.rfc822Name -> email(ia5(name));
                case GeneralName.uniformResourceIdentifier -> uri(ia5(name));
                case GeneralName.iPAddress ->
                    ip(ASN1OctetString.getInstance(name.getName()).getOctets());
                case GeneralName.otherName -> other(name);
                default -> new AlternativeName(NameType.OTHER, PlainText.escape(name.toString()), name);
            };
        } catch (RuntimeException e) {
            throw new MalformedException("a subject alternative name that cannot be read", "extension 2.5.29.17", e);
        }
    }

    private static AlternativeName ip(byte[] octets) throws MalformedException {
        return new AlternativeName(
                NameType.IP,
                AddressText.format(octets),
                new GeneralName(GeneralName.iPAddress, new DEROctetString(octets)));
    }

    private static AlternativeName other(GeneralName name) {
        OtherName other = OtherName.getInstance(name.getName());
        if (!other.getTypeID().equals(HARDWARE_MODULE_NAME)) {
            return new AlternativeName(NameType.OTHER, "otherName " + other.getTypeID(), name);
        }
        ASN1Sequence value = ASN1Sequence.getInstance(other.getValue());
        if (value.size() != 2) {
            throw new IllegalArgumentException("a HardwareModuleName has two parts");
        }
        ASN1ObjectIdentifier type = ASN1ObjectIdentifier.getInstance(value.getObjectAt(0));
        byte[] serial = ASN1OctetString.getInstance(value.getObjectAt(1)).getOctets();
        return new AlternativeName(NameType.HARDWARE_MODULE, hardwareText(type, serial), name);
    }

    private static String hardwareText(ASN1ObjectIdentifier type, byte[] serial) {
        return type.getId() + ":" + HexFormat.of().formatHex(serial);
    }

    private static String ia5(GeneralName name) {
        return ASN1IA5String.getInstance(name.getName()).getString();
    }

    private static void requireAscii(String what, String text) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7F) {
                throw new MalformedException(
                        "a " + what + " with a character that is not allowed: " + PlainText.escape(text),
                        "extension 2.5.29.17");
            }
        }
    }

    @Override
    public String toString() {
        return type.word() + ":" + PlainText.escape(text);
    }
}

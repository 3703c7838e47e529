package cairn.ca.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * A type of subject attribute with the string type that it is encoded in and its upper bound (RFC 5280 appendix A.1).
 *
 * @param word the name in profiles
 * @param maxLength in characters
 */
record AttributeType(String word, ASN1ObjectIdentifier oid, int stringTag, int maxLength) {
    private static final Pattern FOUR_HEX = Pattern.compile("[0-9A-F]{4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int NAME_BOUND = 32_768;

    /** id-at-serialNumber. */
    static final AttributeType SERIAL_NUMBER = type("serialNumber", "2.5.4.5", DerParts.PRINTABLE_STRING, 64);

    /** id-at-commonName. */
    static final AttributeType COMMON_NAME = type("commonName", "2.5.4.3", DerParts.UTF8_STRING, 64);

    private static final AttributeType COUNTRY_NAME = type("countryName", "2.5.4.6", DerParts.PRINTABLE_STRING, 2);
    private static final AttributeType VENDOR =
            type("matterVendorId", "1.3.6.1.4.1.37244.2.1", DerParts.UTF8_STRING, 4);
    private static final AttributeType PRODUCT =
            type("matterProductId", "1.3.6.1.4.1.37244.2.2", DerParts.UTF8_STRING, 4);

    private static final List<AttributeType> KNOWN = List.of(
            SERIAL_NUMBER,
            COMMON_NAME,
            COUNTRY_NAME,
            VENDOR,
            PRODUCT,
            type("stateOrProvinceName", "2.5.4.8", DerParts.UTF8_STRING, 128),
            type("localityName", "2.5.4.7", DerParts.UTF8_STRING, 128),
            type("streetAddress", "2.5.4.9", DerParts.UTF8_STRING, 128),
            type("organizationName", "2.5.4.10", DerParts.UTF8_STRING, 64),
            type("organizationalUnitName", "2.5.4.11", DerParts.UTF8_STRING, 64),
            type("organizationIdentifier", "2.5.4.97", DerParts.UTF8_STRING, NAME_BOUND),
            type("title", "2.5.4.12", DerParts.UTF8_STRING, 64),
            type("surname", "2.5.4.4", DerParts.UTF8_STRING, NAME_BOUND),
            type("givenName", "2.5.4.42", DerParts.UTF8_STRING, NAME_BOUND),
            type("pseudonym", "2.5.4.65", DerParts.UTF8_STRING, 128),
            type("dnQualifier", "2.5.4.46", DerParts.PRINTABLE_STRING, NAME_BOUND),
            type("userId", "0.9.2342.19200300.100.1.1", DerParts.UTF8_STRING, 256),
            type("domainComponent", "0.9.2342.19200300.100.1.25", DerParts.IA5_STRING, 63),
            type("emailAddress", "1.2.840.113549.1.9.1", DerParts.IA5_STRING, 255));

    private static final Map<String, AttributeType> BY_WORD =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(AttributeType::word, Function.identity()));
    private static final Map<ASN1ObjectIdentifier, AttributeType> BY_OID =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(AttributeType::oid, Function.identity()));

    private static AttributeType type(String word, String oid, int tag, int maxLength) {
        return new AttributeType(word, new ASN1ObjectIdentifier(oid), tag, maxLength);
    }

    /** The type that a profile names by word or by dotted object identifier. */
    static Optional<AttributeType> parse(String text) {
        AttributeType known = BY_WORD.get(text);
        return known != null ? Optional.of(known) : ObjectIds.parse(text).map(AttributeType::of);
    }

    /** The type with this object identifier; an unknown one is a UTF8String. */
    static AttributeType of(ASN1ObjectIdentifier oid) {
        AttributeType known = BY_OID.get(oid);
        return known != null ? known : new AttributeType(oid.getId(), oid, DerParts.UTF8_STRING, NAME_BOUND);
    }

    /** Why a value cannot be a value of this type; empty if it can. */
    Optional<String> objection(String value) {
        if (value.isEmpty()) {
            return Optional.of("the value is empty");
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            return Optional.of("the value has more than " + maxLength + " characters");
        }
        if (equals(COUNTRY_NAME) && !COUNTRY.matcher(value).matches()) {
            return Optional.of("a country is two capital letters (ISO 3166)");
        }
        if ((equals(VENDOR) || equals(PRODUCT)) && !FOUR_HEX.matcher(value).matches()) {
            return Optional.of("a Matter identifier is four hexadecimal digits in capitals");
        }
        return switch (stringTag) {
            case DerParts.PRINTABLE_STRING ->
                value.chars().allMatch(AttributeType::isPrintable)
                        ? Optional.empty()
                        : Optional.of("the value has a character that PrintableString does not have");
            case DerParts.IA5_STRING ->
                value.chars().allMatch(c -> c < 128)
                        ? Optional.empty()
                        : Optional.of("the value has a character beyond ASCII");
            default -> Optional.empty();
        };
    }

    /** The DER octets of a relative distinguished name with this one attribute. */
    byte[] encode(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] pair = DerParts.element(DerParts.SEQUENCE, DerParts.encode(oid), DerParts.element(stringTag, text));
        return DerParts.element(DerParts.SET, pair);
    }

    private static boolean isPrintable(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || " '()+,-./:=?".indexOf(c) >= 0;
    }
}

package cairn.ca.lint.view;

/** Identifier octets of ASN.1 types as DER writes them (X.690 section 8.1.2). */
public final class Tag {
    public static final int BOOLEAN = 0x01;
    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int NULL = 0x05;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int ENUMERATED = 0x0A;
    public static final int UTF8_STRING = 0x0C;
    public static final int NUMERIC_STRING = 0x12;
    public static final int PRINTABLE_STRING = 0x13;
    public static final int TELETEX_STRING = 0x14;
    public static final int IA5_STRING = 0x16;
    public static final int UTC_TIME = 0x17;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int VISIBLE_STRING = 0x1A;
    public static final int UNIVERSAL_STRING = 0x1C;
    public static final int BMP_STRING = 0x1E;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;

    private Tag() {}

    /** The primitive context-specific tag {@code [number]}. */
    public static int primitive(int number) {
        return 0x80 | number;
    }

    /** The constructed context-specific tag {@code [number]}. */
    public static int constructed(int number) {
        return 0xA0 | number;
    }

    /** The name of a type, for people. */
    public static String name(int tag) {
        return switch (tag) {
            case BOOLEAN -> "BOOLEAN";
            case INTEGER -> "INTEGER";
            case BIT_STRING -> "BIT STRING";
            case OCTET_STRING -> "OCTET STRING";
            case NULL -> "NULL";
            case OBJECT_IDENTIFIER -> "OBJECT IDENTIFIER";
            case ENUMERATED -> "ENUMERATED";
            case UTF8_STRING -> "UTF8String";
            case NUMERIC_STRING -> "NumericString";
            case PRINTABLE_STRING -> "PrintableString";
            case TELETEX_STRING -> "TeletexString";
            case IA5_STRING -> "IA5String";
            case UTC_TIME -> "UTCTime";
            case GENERALIZED_TIME -> "GeneralizedTime";
            case VISIBLE_STRING -> "VisibleString";
            case UNIVERSAL_STRING -> "UniversalString";
            case BMP_STRING -> "BMPString";
            case SEQUENCE -> "SEQUENCE";
            case SET -> "SET";
            default -> String.format("tag 0x%02X", tag);
        };
    }
}

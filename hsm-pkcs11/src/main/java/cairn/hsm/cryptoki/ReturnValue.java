package cairn.hsm.cryptoki;

/** The CK_RV that Cairn tells apart; all others have at least a name (PKCS#11 3.2, section 5.1). */
public final class ReturnValue {
    public static final long OK = 0x00;
    public static final long HOST_MEMORY = 0x02;
    public static final long SLOT_ID_INVALID = 0x03;
    public static final long GENERAL_ERROR = 0x05;
    public static final long FUNCTION_FAILED = 0x06;
    public static final long ARGUMENTS_BAD = 0x07;
    public static final long ATTRIBUTE_SENSITIVE = 0x11;
    public static final long ATTRIBUTE_TYPE_INVALID = 0x12;
    public static final long ATTRIBUTE_VALUE_INVALID = 0x13;
    public static final long DEVICE_ERROR = 0x30;
    public static final long DEVICE_MEMORY = 0x31;
    public static final long DEVICE_REMOVED = 0x32;
    public static final long FUNCTION_CANCELED = 0x50;
    public static final long FUNCTION_NOT_SUPPORTED = 0x54;
    public static final long KEY_HANDLE_INVALID = 0x60;
    public static final long MECHANISM_INVALID = 0x70;
    public static final long MECHANISM_PARAM_INVALID = 0x71;
    public static final long OBJECT_HANDLE_INVALID = 0x82;
    public static final long OPERATION_ACTIVE = 0x90;
    public static final long OPERATION_NOT_INITIALIZED = 0x91;
    public static final long PIN_INCORRECT = 0xA0;
    public static final long PIN_INVALID = 0xA1;
    public static final long PIN_LEN_RANGE = 0xA2;
    public static final long PIN_EXPIRED = 0xA3;
    public static final long PIN_LOCKED = 0xA4;
    public static final long SESSION_CLOSED = 0xB0;
    public static final long SESSION_COUNT = 0xB1;
    public static final long SESSION_HANDLE_INVALID = 0xB3;
    public static final long TEMPLATE_INCONSISTENT = 0xD1;
    public static final long TOKEN_NOT_PRESENT = 0xE0;
    public static final long TOKEN_NOT_RECOGNIZED = 0xE1;
    public static final long USER_ALREADY_LOGGED_IN = 0x100;
    public static final long USER_NOT_LOGGED_IN = 0x101;
    public static final long USER_PIN_NOT_INITIALIZED = 0x102;
    public static final long DOMAIN_PARAMS_INVALID = 0x130;
    public static final long CURVE_NOT_SUPPORTED = 0x140;
    public static final long BUFFER_TOO_SMALL = 0x150;
    public static final long CRYPTOKI_NOT_INITIALIZED = 0x190;
    public static final long CRYPTOKI_ALREADY_INITIALIZED = 0x191;
    public static final long PIN_TOO_WEAK = 0x1B8;

    private ReturnValue() {}

    /** The CKR_ name, or the number in hexadecimal for a vendor's own. */
    public static String name(long value) {
        return Names.name("CKR", value);
    }
}

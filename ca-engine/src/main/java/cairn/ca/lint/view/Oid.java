package cairn.ca.lint.view;

/** Object identifiers that rules and views ask for, in the names of their documents. */
public final class Oid {
    public static final String SUBJECT_DIRECTORY_ATTRIBUTES = "2.5.29.9";
    public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    public static final String KEY_USAGE = "2.5.29.15";
    public static final String PRIVATE_KEY_USAGE_PERIOD = "2.5.29.16";
    public static final String SUBJECT_ALT_NAME = "2.5.29.17";
    public static final String ISSUER_ALT_NAME = "2.5.29.18";
    public static final String BASIC_CONSTRAINTS = "2.5.29.19";
    public static final String CRL_NUMBER = "2.5.29.20";
    public static final String REASON_CODE = "2.5.29.21";
    public static final String INVALIDITY_DATE = "2.5.29.24";
    public static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    public static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    public static final String CERTIFICATE_ISSUER = "2.5.29.29";
    public static final String NAME_CONSTRAINTS = "2.5.29.30";
    public static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    public static final String CERTIFICATE_POLICIES = "2.5.29.32";
    public static final String ANY_POLICY = "2.5.29.32.0";
    public static final String POLICY_MAPPINGS = "2.5.29.33";
    public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    public static final String POLICY_CONSTRAINTS = "2.5.29.36";
    public static final String EXT_KEY_USAGE = "2.5.29.37";
    public static final String ANY_EXTENDED_KEY_USAGE = "2.5.29.37.0";
    public static final String FRESHEST_CRL = "2.5.29.46";
    public static final String INHIBIT_ANY_POLICY = "2.5.29.54";
    public static final String NO_REV_AVAIL = "2.5.29.56";
    public static final String AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
    public static final String SUBJECT_INFO_ACCESS = "1.3.6.1.5.5.7.1.11";
    public static final String OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";
    public static final String SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
    public static final String POISON = "1.3.6.1.4.1.11129.2.4.3";

    public static final String AD_OCSP = "1.3.6.1.5.5.7.48.1";
    public static final String QUALIFIER_CPS = "1.3.6.1.5.5.7.2.1";
    public static final String QUALIFIER_USER_NOTICE = "1.3.6.1.5.5.7.2.2";

    public static final String KP_SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    public static final String KP_CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    public static final String KP_CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    public static final String KP_EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    public static final String KP_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    public static final String KP_OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    public static final String COMMON_NAME = "2.5.4.3";
    public static final String SURNAME = "2.5.4.4";
    public static final String SERIAL_NUMBER = "2.5.4.5";
    public static final String COUNTRY = "2.5.4.6";
    public static final String LOCALITY = "2.5.4.7";
    public static final String STATE = "2.5.4.8";
    public static final String ORGANIZATION = "2.5.4.10";
    public static final String ORGANIZATIONAL_UNIT = "2.5.4.11";
    public static final String TITLE = "2.5.4.12";
    public static final String NAME = "2.5.4.41";
    public static final String GIVEN_NAME = "2.5.4.42";
    public static final String INITIALS = "2.5.4.43";
    public static final String GENERATION_QUALIFIER = "2.5.4.44";
    public static final String DN_QUALIFIER = "2.5.4.46";
    public static final String PSEUDONYM = "2.5.4.65";
    public static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";
    public static final String DOMAIN_COMPONENT = "0.9.2342.19200300.100.1.25";
    public static final String MATTER_VENDOR_ID = "1.3.6.1.4.1.37244.2.1";
    public static final String MATTER_PRODUCT_ID = "1.3.6.1.4.1.37244.2.2";
    public static final String HARDWARE_MODULE_NAME = "1.3.6.1.5.5.7.8.4";
    public static final String SMTP_UTF8_MAILBOX = "1.3.6.1.5.5.7.8.9";

    public static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
    public static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
    public static final String EC_PUBLIC_KEY = "1.2.840.10045.2.1";
    public static final String ECDSA_WITH_SHA1 = "1.2.840.10045.4.1";
    public static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    public static final String P256 = "1.2.840.10045.3.1.7";
    public static final String P384 = "1.3.132.0.34";
    public static final String P521 = "1.3.132.0.35";
    public static final String X25519 = "1.3.101.110";
    public static final String X448 = "1.3.101.111";
    public static final String ED25519 = "1.3.101.112";
    public static final String ED448 = "1.3.101.113";
    /** The arc of NIST's signature algorithms: ML-DSA is 17 to 19, SLH-DSA 20 to 31, their pre-hash forms 32 to 46. */
    public static final String NIST_SIGNATURES = "2.16.840.1.101.3.4.3.";
    /** The arc of NIST's key encapsulation: ML-KEM is 1 to 3. */
    public static final String NIST_KEMS = "2.16.840.1.101.3.4.4.";

    private Oid() {}

    /** The last arc of {@code oid} if it lies directly below {@code arc}, else -1. */
    public static int below(String arc, String oid) {
        if (!oid.startsWith(arc) || oid.length() > arc.length() + 4 || oid.length() == arc.length()) {
            return -1;
        }
        int value = 0;
        for (int i = arc.length(); i < oid.length(); i++) {
            char c = oid.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }
}

package cairn.hsm.cryptoki;

/** Numbers of PKCS#11 3.2 by kind, as far as Cairn sends or compares them. */
public final class Constants {
    private Constants() {}

    /** Attributes. */
    public static final class Cka {
        public static final long CLASS = 0x000;
        public static final long TOKEN = 0x001;
        public static final long PRIVATE = 0x002;
        public static final long LABEL = 0x003;
        public static final long VALUE = 0x011;
        public static final long KEY_TYPE = 0x100;
        public static final long ID = 0x102;
        public static final long SENSITIVE = 0x103;
        public static final long ENCRYPT = 0x104;
        public static final long DECRYPT = 0x105;
        public static final long WRAP = 0x106;
        public static final long UNWRAP = 0x107;
        public static final long SIGN = 0x108;
        public static final long SIGN_RECOVER = 0x109;
        public static final long VERIFY = 0x10A;
        public static final long VERIFY_RECOVER = 0x10B;
        public static final long DERIVE = 0x10C;
        public static final long MODULUS = 0x120;
        public static final long MODULUS_BITS = 0x121;
        public static final long PUBLIC_EXPONENT = 0x122;
        public static final long VALUE_LEN = 0x161;
        public static final long EXTRACTABLE = 0x162;
        public static final long LOCAL = 0x163;
        public static final long NEVER_EXTRACTABLE = 0x164;
        public static final long ALWAYS_SENSITIVE = 0x165;
        public static final long MODIFIABLE = 0x170;
        public static final long DESTROYABLE = 0x172;
        public static final long EC_PARAMS = 0x180;
        public static final long EC_POINT = 0x181;
        public static final long ALWAYS_AUTHENTICATE = 0x202;
        public static final long PARAMETER_SET = 0x61D;

        private Cka() {}
    }

    /** Object classes. */
    public static final class Cko {
        public static final long PUBLIC_KEY = 2;
        public static final long PRIVATE_KEY = 3;
        public static final long SECRET_KEY = 4;

        private Cko() {}
    }

    /** Key types. */
    public static final class Ckk {
        public static final long RSA = 0x00;
        public static final long EC = 0x03;
        public static final long AES = 0x1F;
        public static final long EC_EDWARDS = 0x40;
        public static final long ML_DSA = 0x4A;

        private Ckk() {}
    }

    /** Mechanisms. */
    public static final class Ckm {
        public static final long RSA_PKCS_KEY_PAIR_GEN = 0x0000;
        public static final long RSA_PKCS = 0x0001;
        public static final long RSA_PKCS_PSS = 0x000D;
        public static final long ML_DSA_KEY_PAIR_GEN = 0x001C;
        public static final long ML_DSA = 0x001D;
        public static final long SHA256 = 0x0250;
        public static final long SHA384 = 0x0260;
        public static final long SHA512 = 0x0270;
        public static final long EC_KEY_PAIR_GEN = 0x1040;
        public static final long ECDSA = 0x1041;
        public static final long EC_EDWARDS_KEY_PAIR_GEN = 0x1055;
        public static final long EDDSA = 0x1057;
        public static final long AES_KEY_GEN = 0x1080;
        public static final long AES_KEY_WRAP = 0x2109;

        private Ckm() {}
    }

    /** Flags and states of sessions, and who logs in. */
    public static final class Session {
        public static final long RW_SESSION = 0x2;
        public static final long SERIAL_SESSION = 0x4;
        public static final long STATE_RO_USER = 1;
        public static final long STATE_RW_USER = 3;
        public static final long USER_SO = 0;
        public static final long USER_USER = 1;
        public static final long USER_CONTEXT_SPECIFIC = 2;

        private Session() {}
    }

    /** Flags of slots, tokens and C_Initialize. */
    public static final class Flag {
        public static final long TOKEN_PRESENT = 0x1;
        public static final long OS_LOCKING_OK = 0x2;
        public static final long LOGIN_REQUIRED = 0x4;
        public static final long PROTECTED_AUTHENTICATION_PATH = 0x100;
        public static final long TOKEN_INITIALIZED = 0x400;
        public static final long USER_PIN_COUNT_LOW = 0x10000;
        public static final long USER_PIN_FINAL_TRY = 0x20000;
        public static final long USER_PIN_LOCKED = 0x40000;

        private Flag() {}
    }

    /** CKG_MGF1_. */
    public static final class Mgf {
        public static final long SHA256 = 2;
        public static final long SHA384 = 3;
        public static final long SHA512 = 4;

        private Mgf() {}
    }
}

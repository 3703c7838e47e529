package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.LibraryCalls;
import cairn.hsm.cryptoki.Names;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.TokenInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Puts what a library says into the words of the module. */
final class Descriptions {
    /** Nobody counts that far; larger numbers are ways of saying "I do not know". */
    private static final long BELIEVABLE_SESSIONS = 1_000_000_000L;

    private static final Map<Long, String> TOKEN_FLAGS = names(
            "CKF_RNG",
            0,
            "CKF_WRITE_PROTECTED",
            1,
            "CKF_LOGIN_REQUIRED",
            2,
            "CKF_USER_PIN_INITIALIZED",
            3,
            "CKF_RESTORE_KEY_NOT_NEEDED",
            5,
            "CKF_CLOCK_ON_TOKEN",
            6,
            "CKF_PROTECTED_AUTHENTICATION_PATH",
            8,
            "CKF_DUAL_CRYPTO_OPERATIONS",
            9,
            "CKF_TOKEN_INITIALIZED",
            10,
            "CKF_SECONDARY_AUTHENTICATION",
            11,
            "CKF_USER_PIN_COUNT_LOW",
            16,
            "CKF_USER_PIN_FINAL_TRY",
            17,
            "CKF_USER_PIN_LOCKED",
            18,
            "CKF_USER_PIN_TO_BE_CHANGED",
            19,
            "CKF_SO_PIN_COUNT_LOW",
            20,
            "CKF_SO_PIN_FINAL_TRY",
            21,
            "CKF_SO_PIN_LOCKED",
            22,
            "CKF_SO_PIN_TO_BE_CHANGED",
            23,
            "CKF_ERROR_STATE",
            24);

    private static final Map<Long, String> MECHANISM_FLAGS = names(
            "CKF_HW",
            0,
            "CKF_MESSAGE_ENCRYPT",
            1,
            "CKF_MESSAGE_DECRYPT",
            2,
            "CKF_MESSAGE_SIGN",
            3,
            "CKF_MESSAGE_VERIFY",
            4,
            "CKF_MULTI_MESSAGE",
            5,
            "CKF_FIND_OBJECTS",
            6,
            "CKF_ENCRYPT",
            8,
            "CKF_DECRYPT",
            9,
            "CKF_DIGEST",
            10,
            "CKF_SIGN",
            11,
            "CKF_SIGN_RECOVER",
            12,
            "CKF_VERIFY",
            13,
            "CKF_VERIFY_RECOVER",
            14,
            "CKF_GENERATE",
            15,
            "CKF_GENERATE_KEY_PAIR",
            16,
            "CKF_WRAP",
            17,
            "CKF_UNWRAP",
            18,
            "CKF_DERIVE",
            19,
            "CKF_EC_F_P",
            20,
            "CKF_EC_F_2M",
            21,
            "CKF_EC_ECPARAMETERS",
            22,
            "CKF_EC_OID",
            23,
            "CKF_EC_UNCOMPRESS",
            24,
            "CKF_EC_COMPRESS",
            25,
            "CKF_EC_CURVENAME",
            26,
            "CKF_ENCAPSULATE",
            28,
            "CKF_DECAPSULATE",
            29,
            "CKF_EXTENSION",
            31);

    private Descriptions() {}

    static TokenInfo token(Description.Token token) {
        long sessions = token.maxSessions();
        boolean said = sessions > 0 && sessions < BELIEVABLE_SESSIONS;
        return new TokenInfo(
                token.label(),
                token.serialNumber(),
                token.manufacturer(),
                token.model(),
                token.firmwareVersion(),
                false,
                words(TOKEN_FLAGS, token.flags()),
                said ? OptionalLong.of(sessions) : OptionalLong.empty(),
                length(token.minPinLength()),
                length(token.maxPinLength()));
    }

    static List<MechanismInfo> mechanisms(LibraryCalls library, long slotId) throws CryptokiException {
        List<MechanismInfo> mechanisms = new ArrayList<>();
        for (long type : library.mechanisms(slotId)) {
            try {
                mechanisms.add(mechanism(type, library.mechanism(slotId, type)));
            } catch (CryptokiException e) {
                // Some libraries list what they then say they do not have; it is left out.
                if (!e.is(ReturnValue.MECHANISM_INVALID)) {
                    throw e;
                }
            }
        }
        return mechanisms;
    }

    private static MechanismInfo mechanism(long type, Description.Mechanism mechanism) {
        return new MechanismInfo(
                type,
                Names.mechanism(type),
                mechanism.minKeySize(),
                mechanism.maxKeySize(),
                words(MECHANISM_FLAGS, mechanism.flags()));
    }

    private static int length(long value) {
        return value < 0 || value > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) value;
    }

    private static Set<String> words(Map<Long, String> names, long flags) {
        Set<String> words = new LinkedHashSet<>();
        names.forEach((flag, name) -> {
            if ((flags & flag) != 0) {
                words.add(name);
            }
        });
        return words;
    }

    private static Map<Long, String> names(Object... namesAndBits) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (int i = 0; i < namesAndBits.length; i += 2) {
            names.put(1L << (Integer) namesAndBits[i + 1], (String) namesAndBits[i]);
        }
        return names;
    }
}

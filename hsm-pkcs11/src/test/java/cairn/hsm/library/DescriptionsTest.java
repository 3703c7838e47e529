package cairn.hsm.library;

import static cairn.hsm.cryptoki.CryptokiFunction.C_GetMechanismInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetMechanismList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.StubLibrary;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.TokenInfo;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags by the names of PKCS#11 3.2, tables "Token Information Flags" and "Mechanism Information Flags". */
final class DescriptionsTest {
    private static TokenInfo token(long flags, long sessions, long minPin, long maxPin) {
        return Descriptions.token(
                new Description.Token("label", "maker", "model", "serial", "1.2", flags, sessions, minPin, maxPin));
    }

    @ParameterizedTest
    @CsvSource({
        "0x1, CKF_RNG",
        "0x2, CKF_WRITE_PROTECTED",
        "0x4, CKF_LOGIN_REQUIRED",
        "0x8, CKF_USER_PIN_INITIALIZED",
        "0x20, CKF_RESTORE_KEY_NOT_NEEDED",
        "0x40, CKF_CLOCK_ON_TOKEN",
        "0x100, CKF_PROTECTED_AUTHENTICATION_PATH",
        "0x200, CKF_DUAL_CRYPTO_OPERATIONS",
        "0x400, CKF_TOKEN_INITIALIZED",
        "0x800, CKF_SECONDARY_AUTHENTICATION",
        "0x10000, CKF_USER_PIN_COUNT_LOW",
        "0x20000, CKF_USER_PIN_FINAL_TRY",
        "0x40000, CKF_USER_PIN_LOCKED",
        "0x80000, CKF_USER_PIN_TO_BE_CHANGED",
        "0x100000, CKF_SO_PIN_COUNT_LOW",
        "0x200000, CKF_SO_PIN_FINAL_TRY",
        "0x400000, CKF_SO_PIN_LOCKED",
        "0x800000, CKF_SO_PIN_TO_BE_CHANGED",
        "0x1000000, CKF_ERROR_STATE"
    })
    void everyFlagOfATokenHasItsName(String flag, String name) {
        assertEquals(Set.of(name), token(Long.decode(flag), 0, 4, 8).flags());
    }

    @Test
    void flagsWithoutANameAreLeftOutAndSeveralAreAllTold() {
        assertEquals(Set.of(), token(0x8000_0000L | 0x10 | 0x80, 0, 4, 8).flags());
        assertEquals(
                Set.of("CKF_RNG", "CKF_LOGIN_REQUIRED", "CKF_USER_PIN_LOCKED"),
                token(0x40005, 0, 4, 8).flags());
    }

    @ParameterizedTest
    @CsvSource({"0,", "-1,", "1000000000,", "0xFFFFFFFF,", "1, 1", "999999999, 999999999"})
    void aNumberOfSessionsIsBelievedIfItCanBeOne(String said, Long believed) {
        OptionalLong expected = believed == null ? OptionalLong.empty() : OptionalLong.of(believed);
        assertEquals(expected, token(0, Long.decode(said), 4, 8).maxSessions());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 4", "2147483647, 2147483647", "2147483648, 2147483647", "-1, 2147483647"})
    void lengthsOfPinsAreCutAtWhatAnIntHolds(long said, int kept) {
        assertEquals(kept, token(0, 0, said, 8).minPinLength());
        assertEquals(kept, token(0, 0, 4, said).maxPinLength());
    }

    @Test
    void theOtherPartsKeepTheirPlace() {
        TokenInfo info = token(0, 5, 4, 8);
        assertEquals(
                new TokenInfo("label", "serial", "maker", "model", "1.2", false, Set.of(), OptionalLong.of(5), 4, 8),
                info);
    }

    @ParameterizedTest
    @CsvSource({
        "0, CKF_HW",
        "1, CKF_MESSAGE_ENCRYPT",
        "2, CKF_MESSAGE_DECRYPT",
        "3, CKF_MESSAGE_SIGN",
        "4, CKF_MESSAGE_VERIFY",
        "5, CKF_MULTI_MESSAGE",
        "6, CKF_FIND_OBJECTS",
        "8, CKF_ENCRYPT",
        "9, CKF_DECRYPT",
        "10, CKF_DIGEST",
        "11, CKF_SIGN",
        "12, CKF_SIGN_RECOVER",
        "13, CKF_VERIFY",
        "14, CKF_VERIFY_RECOVER",
        "15, CKF_GENERATE",
        "16, CKF_GENERATE_KEY_PAIR",
        "17, CKF_WRAP",
        "18, CKF_UNWRAP",
        "19, CKF_DERIVE",
        "20, CKF_EC_F_P",
        "21, CKF_EC_F_2M",
        "22, CKF_EC_ECPARAMETERS",
        "23, CKF_EC_OID",
        "24, CKF_EC_UNCOMPRESS",
        "25, CKF_EC_COMPRESS",
        "26, CKF_EC_CURVENAME",
        "28, CKF_ENCAPSULATE",
        "29, CKF_DECAPSULATE",
        "31, CKF_EXTENSION"
    })
    void everyFlagOfAMechanismHasItsNameAndVendorsNumbersStay(int bit, String name) throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.WINDOWS)) {
            stub.on(C_GetMechanismList, call -> {
                call.putUlong(2, 0, 1);
                if (!call.isNull(1)) {
                    call.putUlong(1, 0, 0x8000_0A01L);
                }
                return 0;
            });
            stub.on(C_GetMechanismInfo, call -> {
                call.putUlong(2, 0, 1);
                call.putUlong(2, 1, 2);
                call.putUlong(2, 2, 1L << bit);
                return 0;
            });
            assertEquals(
                    List.of(new MechanismInfo(0x8000_0A01L, "0x80000a01", 1, 2, Set.of(name))),
                    Descriptions.mechanisms(stub.load().library(), 3));
        }
    }
}

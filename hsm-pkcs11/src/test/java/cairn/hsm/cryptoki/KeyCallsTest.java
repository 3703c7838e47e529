package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_Decrypt;
import static cairn.hsm.cryptoki.CryptokiFunction.C_DecryptInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateKey;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateKeyPair;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateRandom;
import static cairn.hsm.cryptoki.CryptokiFunction.C_UnwrapKey;
import static cairn.hsm.cryptoki.CryptokiFunction.C_Verify;
import static cairn.hsm.cryptoki.CryptokiFunction.C_VerifyInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_WrapKey;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which argument is which in the calls that have many. */
final class KeyCallsTest {
    private static final String ABIS = "cairn.hsm.cryptoki.StubLibrary#abis";

    private static long type(Abi abi, StubLibrary.Call call, int index) {
        return abi.readUlong(call.at(index, new Structs(abi).mechanism.size()), 0);
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void aKeyPairHasTwoTemplatesAndTwoHandles(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GenerateKeyPair, call -> {
                assertEquals(11, call.number(0));
                assertEquals(Ckm.EC_KEY_PAIR_GEN, type(abi, call, 1));
                assertEquals(
                        Set.of(Cka.VERIFY), call.template(2, call.number(3)).keySet());
                assertEquals(
                        Set.of(Cka.SIGN, Cka.ID),
                        call.template(4, call.number(5)).keySet());
                call.putUlong(6, 0, 21);
                call.putUlong(7, 0, 22);
                return 0;
            });
            assertEquals(
                    new KeyCalls.KeyPair(21, 22),
                    stub.load()
                            .keys()
                            .generateKeyPair(
                                    11,
                                    new Mechanism.Plain(Ckm.EC_KEY_PAIR_GEN),
                                    List.of(Attribute.of(Cka.VERIFY, true)),
                                    List.of(Attribute.of(Cka.SIGN, true), Attribute.of(Cka.ID, new byte[] {1}))));
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void secretKeysAreGeneratedWrappedAndUnwrapped(Abi abi) throws Exception {
        byte[] wrapped = {1, 2, 3, 4, 5};
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GenerateKey, call -> {
                assertEquals(Ckm.AES_KEY_GEN, type(abi, call, 1));
                assertEquals(
                        Set.of(Cka.VALUE_LEN), call.template(2, call.number(3)).keySet());
                call.putUlong(4, 0, 31);
                return 0;
            });
            stub.on(C_WrapKey, call -> {
                assertEquals(Ckm.AES_KEY_WRAP, type(abi, call, 1));
                assertEquals(List.of(31L, 22L), List.of(call.number(2), call.number(3)));
                return call.give(4, 5, wrapped);
            });
            stub.on(C_UnwrapKey, call -> {
                assertEquals(31, call.number(2));
                assertArrayEquals(wrapped, call.octets(3, call.number(4)));
                assertEquals(Set.of(Cka.CLASS), call.template(5, call.number(6)).keySet());
                call.putUlong(7, 0, 32);
                return 0;
            });
            KeyCalls keys = stub.load().keys();
            Mechanism wrap = new Mechanism.Plain(Ckm.AES_KEY_WRAP);
            assertEquals(
                    31,
                    keys.generateKey(
                            1, new Mechanism.Plain(Ckm.AES_KEY_GEN), List.of(Attribute.of(Cka.VALUE_LEN, 32))));
            assertArrayEquals(wrapped, keys.wrap(1, wrap, 31, 22));
            assertEquals(32, keys.unwrap(1, wrap, 31, wrapped, List.of(Attribute.of(Cka.CLASS, 3))));
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void verifyingAndDecryptingNameTheKeyFirst(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            StubLibrary.Stub init = call -> call.number(0) == 4 && call.number(2) == 6 ? 0 : 5;
            stub.on(C_VerifyInit, init).on(C_DecryptInit, init);
            stub.on(C_Verify, call -> {
                assertArrayEquals(new byte[] {1, 2}, call.octets(1, call.number(2)));
                assertArrayEquals(new byte[] {3}, call.octets(3, call.number(4)));
                return 0;
            });
            stub.on(C_Decrypt, call -> {
                assertArrayEquals(new byte[] {8, 9}, call.octets(1, call.number(2)));
                return call.give(3, 4, new byte[] {7});
            });
            KeyCalls keys = stub.load().keys();
            Mechanism mechanism = new Mechanism.Plain(Ckm.RSA_PKCS);
            keys.verify(4, mechanism, 6, new byte[] {1, 2}, new byte[] {3});
            assertArrayEquals(new byte[] {7}, keys.decrypt(4, mechanism, 6, new byte[] {8, 9}));
            assertEquals(List.of(C_VerifyInit, C_Verify, C_DecryptInit, C_Decrypt, C_Decrypt), stub.calls());
        }
    }

    /** What is announced for NULL, and what is said to have been written. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "16777217, 0", "4, 5", "4, -1", "0, 1"})
    void lengthsThatCannotBeAreRefused(long announced, long written) throws Exception {
        for (Abi abi : List.of(Abi.POSIX, Abi.WINDOWS)) {
            try (StubLibrary stub = new StubLibrary(abi)) {
                stub.on(C_WrapKey, call -> {
                    call.putUlong(5, 0, call.isNull(4) ? announced : written);
                    return 0;
                });
                KeyCalls keys = stub.load().keys();
                CryptokiException refused = assertThrows(
                        CryptokiException.class, () -> keys.wrap(1, new Mechanism.Plain(Ckm.AES_KEY_WRAP), 1, 2));
                assertEquals(C_WrapKey, refused.function());
                assertEquals(ReturnValue.GENERAL_ERROR, refused.returnValue());
            }
        }
    }

    @Test
    void anAnswerMayBeShorterThanAnnouncedAndEmptyToo() throws Exception {
        Map<Long, Long> answers = Map.of(4L, 3L, 9L, 0L, 0L, 0L);
        for (Map.Entry<Long, Long> answer : answers.entrySet()) {
            try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
                stub.on(C_WrapKey, call -> {
                    call.putUlong(5, 0, call.isNull(4) ? answer.getKey() : answer.getValue());
                    return 0;
                });
                Mechanism wrap = new Mechanism.Plain(Ckm.AES_KEY_WRAP);
                assertEquals(answer.getValue(), stub.load().keys().wrap(1, wrap, 1, 2).length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void asManyRandomOctetsComeAsWereAskedFor(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GenerateRandom, call -> {
                call.at(1, call.number(2)).fill((byte) 0x5A);
                return 0;
            });
            KeyCalls keys = stub.load().keys();
            assertArrayEquals(new byte[] {0x5A, 0x5A, 0x5A}, keys.random(1, 3));
            assertEquals(0, keys.random(1, 0).length);
        }
    }
}

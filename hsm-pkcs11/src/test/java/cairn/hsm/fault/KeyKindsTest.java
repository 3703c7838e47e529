package cairn.hsm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import cairn.testkit.pkcs11.JavaModule;
import cairn.testkit.pkcs11.NativeLayout;
import cairn.testkit.pkcs11.Pkcs11;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of key, in both layouts that libraries are compiled with. */
final class KeyKindsTest {
    private static final List<KeySpec> KINDS = List.of(
            new KeySpec.Ec(Curve.P256),
            new KeySpec.Ec(Curve.P384),
            new KeySpec.Ec(Curve.P521),
            new KeySpec.Ed25519(),
            new KeySpec.Rsa(2048),
            new KeySpec.MlDsa(44),
            new KeySpec.MlDsa(65),
            new KeySpec.MlDsa(87));

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void everyKindSignsAndBothJudgesAgree(NativeLayout layout) throws Exception {
        try (Bench bench = new Bench(layout);
                Token token = bench.open()) {
            for (KeySpec kind : KINDS) {
                KeyRef key = token.generateKeyPair(kind, "key " + kind);
                assertEquals(kind, key.spec());
                Verified.sign(token, key);
                assertEquals(Set.of(), token.proof(key).deviations(), kind::toString);
            }
            assertEquals(
                    Set.copyOf(KINDS),
                    Set.copyOf(token.keys().stream().map(KeyRef::spec).toList()));
        }
    }

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void rsaSignsInBothPaddings(NativeLayout layout) throws Exception {
        try (Bench bench = new Bench(layout);
                Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Rsa(2048), "rsa");
            for (Digest digest : Digest.values()) {
                Verified.sign(token, key, new SignMechanism.RsaPkcs(digest));
                Verified.sign(token, key, new SignMechanism.RsaPss(digest, 32));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void slotTokenAndMechanismsAreReadWhole(NativeLayout layout) throws Exception {
        try (Bench bench = new Bench(layout);
                Token token = bench.open()) {
            TokenModule.SlotInfo slot = bench.module().slots().getFirst();
            assertEquals("Java slot J0001", slot.description());
            assertEquals("Cairn test kit", slot.manufacturer());
            var info = token.info();
            assertEquals(Bench.LABEL, info.label());
            assertEquals("J0001", info.serialNumber());
            assertEquals("Java token", info.model());
            assertEquals("3.4", info.firmwareVersion());
            assertEquals(4, info.minPinLength());
            assertEquals(32, info.maxPinLength());
            assertTrue(info.flags().contains("CKF_TOKEN_INITIALIZED"), info.flags()::toString);
            assertEquals(9, token.mechanisms().size());
            assertEquals("PKCS#11 module in Java", bench.module().info().description());
        }
    }

    @ParameterizedTest
    @EnumSource(NativeLayout.class)
    void exportedSymbolsServeAllInterfaces(NativeLayout layout) throws Exception {
        JavaModule java = JavaModule.empty(layout, SeededRandom.of(1));
        java.addToken(Bench.LABEL, "J0001");
        Abi abi = layout == NativeLayout.WINDOWS ? Abi.WINDOWS : Abi.POSIX;
        List<FunctionListSource> sources = List.of(
                new FunctionListSource.Exports("all", java.symbols(), abi),
                new FunctionListSource.Exports("old", java.symbols240(), abi),
                new FunctionListSource.InMemory("3.2", java.functionList32(), abi));
        long seed = 0;
        for (FunctionListSource source : sources) {
            seed++;
            try (TokenModule module = Bench.load(source, SettableClock.at("2030-01-01T00:00:00Z"), seed);
                    Token token = module.open(
                            Bench.TOKEN, (selector, role) -> Bench.pin(JavaModule.PIN), TokenOptions.DEFAULT)) {
                KeyRef key = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "key of " + source.name());
                Verified.sign(token, key);
            }
        }
    }

    @Test
    void whatTheTokenDoesNotOfferIsNotOffered() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open()) {
            assertTrue(token.offers().contains(new KeySpec.MlDsa(65)));
            bench.virtual().withhold(Pkcs11.CKM_ML_DSA);
            assertFalse(token.offers().contains(new KeySpec.MlDsa(65)));
            assertTrue(token.offers().contains(new KeySpec.Ec(Curve.P384)));
        }
    }

    @Test
    void aKeyThatCameOutExtractableIsDestroyedAgain() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open()) {
            bench.virtual().override(Pkcs11.CKA_EXTRACTABLE, true);
            Bench.assertFails(Failure.REJECTED, () -> token.generateKeyPair(new KeySpec.Ec(Curve.P256), "leaky"));
            assertEquals(0, bench.virtual().objectCount());
        }
    }

    @Test
    void aTakenLabelIsRefusedAndNothingIsGenerated() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open()) {
            token.generateKeyPair(new KeySpec.Ed25519(), "root");
            Bench.assertFails(Failure.KEY_EXISTS, () -> token.generateKeyPair(new KeySpec.Ed25519(), "root"));
            assertEquals(2, bench.virtual().objectCount());
        }
    }

    @Test
    void bothHalvesAreDestroyed() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            token.destroy(key);
            assertEquals(0, bench.virtual().objectCount());
            Bench.assertFails(Failure.KEY_MISSING, () -> token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE));
        }
    }
}

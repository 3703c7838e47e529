package cairn.hsm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import cairn.ca.engine.EngineSuite;
import cairn.ca.signing.KeyStoreToken;
import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import cairn.testkit.pkcs11.JavaModule;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The engine on the PKCS#11 3.2 module that is written in Java: the real ABI, and ML-DSA without any package. */
final class JavaModuleEngineTest extends EngineSuite {
    private @Nullable JavaModule java;

    @Override
    protected KeyStoreToken openToken(Path folder) throws Exception {
        JavaModule loaded = JavaModule.withToken(EngineToken.LABEL, SeededRandom.of(101));
        java = loaded;
        return EngineToken.login(
                CryptokiModule.open(
                        new FunctionListSource.InMemory("Java module", loaded.functionList32(), Abi.POSIX),
                        ModuleSettings.of(
                                Thread.ofPlatform().daemon().factory(),
                                SeededRandom.of(102),
                                SettableClock.at("2030-01-01T00:00:00Z"))),
                JavaModule.PIN);
    }

    @AfterEach
    void theModuleItselfHadNoBug() {
        assertNotNull(java);
        assertEquals(List.of(), java.failures());
    }
}

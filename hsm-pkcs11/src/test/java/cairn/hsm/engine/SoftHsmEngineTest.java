package cairn.hsm.engine;

import cairn.ca.engine.EngineSuite;
import cairn.ca.signing.KeyStoreToken;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import cairn.testkit.SoftHsm;
import java.nio.file.Path;

/** The engine on SoftHSM in this process. */
final class SoftHsmEngineTest extends EngineSuite {
    @Override
    protected KeyStoreToken openToken(Path folder) throws Exception {
        SoftHsm hsm = SoftHsm.withToken(folder, EngineToken.LABEL);
        hsm.useInThisProcess();
        return EngineToken.login(
                CryptokiModule.open(
                        new FunctionListSource.LibraryFile(hsm.library()),
                        ModuleSettings.of(
                                Thread.ofPlatform().daemon().factory(),
                                SeededRandom.of(111),
                                SettableClock.at("2030-01-01T00:00:00Z"))),
                SoftHsm.PIN);
    }
}

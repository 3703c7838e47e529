package cairn.ca.engine;

import cairn.ca.signing.KeyStoreToken;
import cairn.testkit.SeededRandom;
import java.nio.file.Path;

/** The engine on a token in memory. */
final class MemoryTokenEngineTest extends EngineSuite {
    @Override
    protected KeyStoreToken openToken(Path folder) {
        return new MemoryToken(SeededRandom.of(81));
    }
}

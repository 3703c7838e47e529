package cairn.ca.engine;

import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.Register;
import cairn.ca.storage.Surroundings;
import cairn.testkit.SeededRandom;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The engine on the real journal and register, with a token in memory. */
final class RegisterEngineTest extends EngineSuite {
    private @Nullable Register register;

    @Override
    protected KeyStoreToken openToken(Path folder) {
        return new MemoryToken(SeededRandom.of(91));
    }

    @Override
    protected Ports openPorts(Path folder, InstantSource clock) throws Exception {
        Register opened = Register.create(
                folder.resolve("workspace"),
                new NewWorkspace(1, "test"),
                Surroundings.of(clock, SeededRandom.of(92), "test", "test", "boot"));
        register = opened;
        return new Ports(
                opened.authorities(), opened.certificates(), opened.revocations(), opened.crls(), opened.journal());
    }

    @AfterEach
    void closeRegister() throws Exception {
        if (register != null) {
            register.close();
        }
    }
}

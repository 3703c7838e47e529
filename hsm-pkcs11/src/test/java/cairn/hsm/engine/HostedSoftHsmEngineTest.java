package cairn.hsm.engine;

import cairn.ca.engine.EngineSuite;
import cairn.ca.signing.KeyStoreToken;
import cairn.hsm.broker.BrokerMain;
import cairn.hsm.broker.HostOptions;
import cairn.hsm.broker.HostedModule;
import cairn.hsm.broker.LaunchSpec;
import cairn.testkit.SoftHsm;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The engine on SoftHSM in a process of its own, as in production. */
final class HostedSoftHsmEngineTest extends EngineSuite {
    @Override
    protected KeyStoreToken openToken(Path folder) throws Exception {
        SoftHsm hsm = SoftHsm.withToken(folder, EngineToken.LABEL);
        return EngineToken.login(
                new HostedModule(
                        LaunchSpec.ofLibrary(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                BrokerMain.arguments(hsm.library(), Optional.empty(), true),
                                Map.of("SOFTHSM2_CONF", hsm.configuration().toString())),
                        HostOptions.in(folder),
                        Thread.ofPlatform().daemon().factory(),
                        new SecureRandom(),
                        InstantSource.system()),
                SoftHsm.PIN);
    }
}

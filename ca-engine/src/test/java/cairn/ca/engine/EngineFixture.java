package cairn.ca.engine;

import cairn.ca.audit.AuthorityName;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SubjectPublicKey;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import java.security.SecureRandom;

/** An engine in memory with a root and an issuing authority, for tests of one service. */
public final class EngineFixture {
    public static final AuthorityName ROOT = new AuthorityName("root");
    public static final AuthorityName ISSUING = new AuthorityName("issuing");

    public final SettableClock clock = SettableClock.at("2030-03-01T08:00:00Z");
    public final SecureRandom random;
    public final MemoryPorts ports = new MemoryPorts(clock);
    public final MemoryToken token;
    public final Engine engine;

    private int devices;

    /** Without any authority. */
    public EngineFixture(long seed) {
        random = SeededRandom.of(seed);
        token = new MemoryToken(random);
        engine = new Engine(ports.ports(), clock, random, Runnable::run);
    }

    /** With a root and an issuing authority, P-256. */
    public static EngineFixture withAuthorities(long seed) {
        EngineFixture fixture = new EngineFixture(seed);
        try {
            fixture.engine.authorities().createRoot(Engine.root("root", KeyType.EC_P256), fixture.token);
            fixture.engine
                    .authorities()
                    .createIntermediate(Engine.issuing("issuing", KeyType.EC_P256), fixture.token, fixture.open(ROOT));
        } catch (Exception e) {
            throw new AssertionError("the fixture could not be built", e);
        }
        return fixture;
    }

    /** An authority, opened on the token. */
    public Issuer open(AuthorityName name) {
        try {
            return engine.authorities().open(name, token);
        } catch (Exception e) {
            throw new AssertionError("authority " + name + " could not be opened", e);
        }
    }

    /** A fresh P-256 key. */
    public SubjectPublicKey key() {
        return TestKeys.fresh(KeyType.EC_P256, random);
    }

    /** An order for one more device below the issuing authority. */
    public IssuanceOrder deviceOrder() {
        devices++;
        return Engine.device(open(ISSUING), "device-" + devices, key());
    }

    /** One more device's certificate. */
    public Certificate device() {
        try {
            return engine.issuance().issue(deviceOrder()).certificate();
        } catch (Exception e) {
            throw new AssertionError("the device's certificate was not issued", e);
        }
    }
}

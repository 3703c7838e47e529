package cairn.bench.issuing;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.TrustedClock;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.AuthorityService;
import cairn.ca.authority.KeyOrder;
import cairn.ca.authority.RegisterGate;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.IntentIds;
import cairn.ca.issuance.IssuanceService;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.Rehearsal;
import cairn.ca.issuance.ThrowAwaySigner;
import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.Register;
import cairn.ca.storage.Surroundings;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** A workspace on the disk with the services that issue in it, put together as the application does. */
public final class Workspace implements AutoCloseable {
    private static final String ABOUT = "O=Fjord Robotics,C=NO";

    private final Register register;
    private final AuthorityService authorities;
    private final IssuanceService issuance;

    private Workspace(Register register, AuthorityService authorities, IssuanceService issuance) {
        this.register = register;
        this.authorities = authorities;
        this.issuance = issuance;
    }

    /** A new workspace whose durable steps are timed by {@code steps}. */
    static Workspace create(Path folder, Surroundings surroundings, Executor workers, StepClock steps)
            throws WorkspaceException {
        Register register = Register.create(folder, new NewWorkspace(1, "measurements"), surroundings);
        CertificateLedger ledger = new TimedLedger(register.certificates(), steps);
        IssuanceService issuance = new IssuanceService(
                new IssuanceService.Registers(
                        ledger,
                        new RegisterGate(register.authorities(), register.revocations()::blockedAmong),
                        register.journal()),
                new TrustedClock(surroundings.clock(), register.journal()),
                new Rehearsal(RuleCatalogue.linter(), new ThrowAwaySigner(surroundings.random())),
                new IntentIds(surroundings.random()),
                workers);
        return new Workspace(register, new AuthorityService(register.authorities(), ledger, issuance), issuance);
    }

    IssuanceService issuance() {
        return issuance;
    }

    /** A root and an authority below it with keys on the token; the lower one is opened. */
    Issuer createIssuer(String name, KeyStoreToken token) throws Exception {
        Issuer root = open(
                authorities
                        .createRoot(order(name + "-root", "root-ca"), token)
                        .name()
                        .text(),
                token);
        authorities.createIntermediate(order(name, "issuing-ca"), token, root);
        return open(name, token);
    }

    /** An authority that is there, with its key on this token. */
    Issuer open(String name, KeyStoreToken token) throws Exception {
        return authorities.open(new AuthorityName(name), token);
    }

    private static AuthorityOrder order(String name, String profile) throws Exception {
        return new AuthorityOrder(
                new AuthorityName(name),
                DistinguishedName.parse("CN=" + name + "," + ABOUT),
                KeyOrder.of(KeyType.EC_P256),
                profile(profile),
                OperatorChoices.none(),
                List.of());
    }

    static Profile profile(String name) {
        return ReadyMadeProfiles.find(name).orElseThrow();
    }

    @Override
    public void close() throws WorkspaceException {
        register.close();
    }
}

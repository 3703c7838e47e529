package cairn.app.boot;

import cairn.app.session.Services;
import cairn.app.session.Session;
import cairn.app.session.Sessions;
import cairn.app.session.Tokens;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.Progress;
import cairn.ca.audit.TrustedClock;
import cairn.ca.authority.AuthorityRegister;
import cairn.ca.authority.AuthorityService;
import cairn.ca.authority.OutsideAuthorities;
import cairn.ca.authority.RegisterGate;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.IntentIds;
import cairn.ca.issuance.IntentSettlement;
import cairn.ca.issuance.IssuanceService;
import cairn.ca.issuance.Rehearsal;
import cairn.ca.issuance.ThrowAwaySigner;
import cairn.ca.lint.Linter;
import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.revocation.RevocationRegister;
import cairn.ca.revocation.RevocationService;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.Register;
import cairn.ca.storage.RegisterRebuild;
import cairn.ca.storage.Surroundings;
import cairn.ca.storage.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the program together: the one place where clock, randomness and threads come from. */
final class Composition implements Sessions, AutoCloseable {
    static final String VERSION = "0.1.0-SNAPSHOT";

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final TokenAccess tokens;

    private final Runnable guard;

    Composition() {
        this(() -> {}, InstantSource.system());
    }

    /**
     * @param guard refuses to go on where a workspace must not be reached from
     */
    Composition(Runnable guard, InstantSource clock) {
        this.guard = guard;
        this.clock = clock;
        this.tokens = new TokenAccess(
                random, Thread.ofPlatform().daemon().name("token-", 0).factory(), clock);
    }

    @Override
    public Session create(Path folder, NewWorkspace workspace) throws WorkspaceException {
        return session(Register.create(folder, workspace, surroundings()));
    }

    @Override
    public void requireFree(Path folder) throws WorkspaceException {
        Register.requireFree(folder);
    }

    @Override
    public Session open(Path folder, Progress progress) throws WorkspaceException {
        return session(Register.open(folder, surroundings(), progress));
    }

    @Override
    public RegisterRebuild.Result rebuild(Path folder, Progress progress) throws WorkspaceException {
        return RegisterRebuild.rebuild(folder, surroundings(), progress);
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    InstantSource clock() {
        return clock;
    }

    private Surroundings surroundings() {
        return Surroundings.of(clock, random, System.getProperty("user.name", "unknown"), VERSION, boot());
    }

    /** Linux has a name for the time since it was started; elsewhere the register is made anew after every bad end. */
    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private Session session(Register register) {
        ExecutorService workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("worker-", 0).factory());
        AuditJournal journal = register.journal();
        CertificateLedger certificates = register.certificates();
        AuthorityRegister authorities = register.authorities();
        RevocationRegister revocations = register.revocations();
        Linter linter = RuleCatalogue.linter();
        TrustedClock trusted = new TrustedClock(clock, journal);
        Rehearsal rehearsal = new Rehearsal(linter, new ThrowAwaySigner(random));
        IntentIds intents = new IntentIds(random);
        IssuanceService issuance = new IssuanceService(
                new IssuanceService.Registers(
                        certificates, new RegisterGate(authorities, revocations::blockedAmong), journal),
                trusted,
                rehearsal,
                intents,
                workers);
        Services services = new Services(
                new AuthorityService(authorities, certificates, issuance),
                new OutsideAuthorities(authorities, trusted, linter),
                issuance,
                new IntentSettlement(certificates),
                new RevocationService(revocations, certificates, trusted),
                new CrlService(register.crls(), revocations, journal, trusted, rehearsal, intents));
        return new Session(register, services, tokens, workers::shutdown, guard);
    }

    @Override
    public void close() {
        tokens.close();
    }
}

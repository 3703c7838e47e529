package cairn.app.crash;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.TrustedClock;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.AuthorityService;
import cairn.ca.authority.KeyOrder;
import cairn.ca.authority.RegisterGate;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.IntentIds;
import cairn.ca.issuance.IntentSettlement;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.IssuanceService;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.Rehearsal;
import cairn.ca.issuance.ThrowAwaySigner;
import cairn.ca.lint.Linter;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.profile.RequestedContent;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.Register;
import cairn.ca.storage.Surroundings;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SubjectPublicKey;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The services of the program over a real workspace, as the program puts them together, with an observer at every port. */
final class Workbench implements AutoCloseable {
    static final AuthorityName ROOT = new AuthorityName("root");
    static final AuthorityName ISSUING = new AuthorityName("issuing");

    private final Observer observer;
    private final Work work = new Work();
    private final Register register;
    private final AuthorityService authorities;
    private final IssuanceService issuance;
    private final CrlService lists;
    private final IntentSettlement settlement;

    /** What is being done. */
    static final class Work {
        private boolean list;

        boolean isList() {
            return list;
        }
    }

    Workbench(Path workspace, Observer observer) throws WorkspaceException {
        this.observer = observer;
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        WatchedFiles files = new WatchedFiles(observer);
        register = Register.open(workspace, new Surroundings(clock, random, "crash test", "0", "boot", files));
        var certificates = new WatchedCertificates(register.certificates(), files, observer);
        var listLedger = new WatchedLists(register.crls(), files, observer);
        var revocations = register.revocations();
        Linter linter = WatchedLinter.over(observer);
        TrustedClock trusted = new TrustedClock(clock, register.journal());
        Rehearsal rehearsal = new Rehearsal(linter, new ThrowAwaySigner(random));
        IntentIds intents = new IntentIds(random);
        issuance = new IssuanceService(
                new IssuanceService.Registers(
                        certificates,
                        new RegisterGate(register.authorities(), revocations::blockedAmong),
                        register.journal()),
                trusted,
                rehearsal,
                intents,
                Runnable::run);
        authorities = new AuthorityService(register.authorities(), certificates, issuance);
        lists = new CrlService(listLedger, revocations, register.journal(), trusted, rehearsal, intents);
        settlement = new IntentSettlement(register.certificates());
    }

    Register register() {
        return register;
    }

    CrlService lists() {
        return lists;
    }

    IntentSettlement settlement() {
        return settlement;
    }

    void createAuthorities(KeyStoreToken token) throws Exception {
        authorities.createRoot(order(ROOT, "CN=Crash Root", "root-ca"), token);
        authorities.createIntermediate(
                order(ISSUING, "CN=Crash Issuing", "issuing-ca"), token, authorities.open(ROOT, token));
    }

    private static AuthorityOrder order(AuthorityName name, String subject, String profile) throws Exception {
        return new AuthorityOrder(
                name,
                DistinguishedName.parse(subject),
                KeyOrder.of(KeyType.EC_P256),
                profile(profile),
                OperatorChoices.none(),
                List.of());
    }

    private static Profile profile(String name) throws Exception {
        return ReadyMadeProfiles.find(name).orElseThrow();
    }

    /** The issuing authority with its key on this token, watched. */
    Issuer issuer(KeyStoreToken token) throws Exception {
        return authorities.open(ISSUING, new WatchedToken(token, work, observer));
    }

    Certificate issue(Issuer issuer) throws Exception {
        work.list = false;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        SubjectPublicKey key =
                SubjectPublicKey.ofDer(generator.generateKeyPair().getPublic().getEncoded());
        Certificate certificate = issuance.issue(new IssuanceOrder(
                        issuer,
                        profile("iot-device"),
                        RequestedContent.of(DistinguishedName.parse("CN=device"), key),
                        Optional.empty(),
                        List.of()))
                .certificate();
        observer.seen(Evidence.RELEASED, certificate.encoded());
        observer.reached(Step.COMPLETED);
        return certificate;
    }

    void signList(Issuer issuer) throws Exception {
        work.list = true;
        CrlService.Issued issued =
                lists.sign(issuer, InstantSource.system().instant().plus(Duration.ofDays(7)), List.of());
        observer.seen(Evidence.RELEASED_LIST, issued.list().encoded());
        observer.reached(Step.LIST_COMPLETED);
        new FilePublisher()
                .publish(
                        register.folder().resolveSibling("published-" + issued.number() + ".crl"),
                        issued.list().encoded(),
                        FilePublisher.Existing.REPLACE,
                        CertificateFiles.holdsDer(issued.list()));
        observer.reached(Step.LIST_PUBLISHED);
    }

    @Override
    public void close() throws WorkspaceException {
        register.close();
    }
}

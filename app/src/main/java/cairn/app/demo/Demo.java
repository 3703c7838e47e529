package cairn.app.demo;

import cairn.app.session.BatchIssue;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.KeyOrder;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole authority, from root to revocation, in a fresh workspace. */
public final class Demo {
    /** The types of key that the token must make: the root's and the issuing authority's. */
    public static final Set<KeyType> KEYS = Set.of(KeyType.EC_P384, KeyType.EC_P256);

    private final Session session;
    private final InstantSource clock;
    private final DemoSettings settings;
    private final FilePublisher publisher = new FilePublisher();

    /** Runs in this session. */
    public Demo(Session session, InstantSource clock, DemoSettings settings) {
        this.session = session;
        this.clock = clock;
        this.settings = settings;
    }

    private record Issued(List<Path> files, List<Certificate> certificates, Duration time) {}

    /** Builds everything, writes it, has it checked, and says what came of it. */
    public DemoSummary run() throws Exception {
        Path out = settings.out();
        Files.createDirectories(out);
        DemoAuthorities names = settings.authorities();
        KeyStoreToken token = session.token(settings.token(), settings.pins());
        Certificate root = session.services()
                .authorities()
                .createRoot(order(names.root(), "CN=Cairn Demo Root,O=Cairn Demo", KeyType.EC_P384, "root-ca"), token)
                .certificate()
                .orElseThrow();
        Issuer rootIssuer = session.issuer(names.root(), settings.pins());
        Certificate issuing = session.services()
                .authorities()
                .createIntermediate(
                        order(names.issuing(), "CN=Cairn Demo Issuing CA,O=Cairn Demo", KeyType.EC_P256, "issuing-ca"),
                        token,
                        rootIssuer)
                .certificate()
                .orElseThrow();
        Issuer issuer = session.issuer(names.issuing(), settings.pins());
        publish(out.resolve("root.pem"), List.of(root));
        publish(out.resolve("issuing.pem"), List.of(issuing));
        publish(out.resolve("chain.pem"), List.of(issuing, root));

        Issued devices = issue(issuer, "devices", "iot-device", settings.devices(), false);
        Issued services = issue(issuer, "services", "tls-server", settings.servicesWanted(), true);
        List<Certificate> revoked = List.of(
                devices.certificates().getFirst(), services.certificates().getFirst());
        revoke(revoked, List.of(devices.files().getFirst(), services.files().getFirst()));

        Instant nextUpdate = clock.instant().plus(Duration.ofDays(30));
        CrlService.Issued rootList = session.services().crls().sign(rootIssuer, nextUpdate, List.of());
        CrlService.Issued issuingList = session.services().crls().sign(issuer, nextUpdate, List.of());
        publisher.publish(
                out.resolve("root.crl"),
                rootList.list().encoded(),
                FilePublisher.Existing.REPLACE,
                CertificateFiles.holdsDer(rootList.list()));
        publisher.publish(
                out.resolve("issuing.crl"),
                issuingList.list().encoded(),
                FilePublisher.Existing.REPLACE,
                CertificateFiles.holdsDer(issuingList.list()));

        List<Certificate> good = new ArrayList<>(devices.certificates());
        good.addAll(services.certificates());
        good.removeAll(revoked);
        DemoCheck check = new DemoCheck(root, issuing, List.of(rootList.list(), issuingList.list()));
        int pkixRight = 0;
        for (Certificate certificate : good) {
            pkixRight += check.pkixAccepts(certificate) ? 1 : 0;
        }
        for (Certificate certificate : revoked) {
            pkixRight += check.pkixAccepts(certificate) ? 0 : 1;
        }
        Optional<Integer> opensslRight = openssl(devices, services, rootList, issuingList);
        return new DemoSummary(
                token.identity(),
                devices.certificates().size(),
                services.certificates().size(),
                revoked.size(),
                new DemoSummary.Rates(devices.time(), services.time()),
                new DemoSummary.Checks(good.size() + revoked.size(), pkixRight, opensslRight));
    }

    private static AuthorityOrder order(AuthorityName name, String subject, KeyType key, String profile)
            throws Exception {
        return new AuthorityOrder(
                name,
                DistinguishedName.parse(subject),
                KeyOrder.of(key),
                ReadyMadeProfiles.find(profile).orElseThrow(),
                OperatorChoices.none(),
                List.of());
    }

    private Issued issue(Issuer issuer, String folder, String profile, int count, boolean dns) throws Exception {
        Path requests =
                Files.createDirectories(settings.out().resolve("requests").resolve(folder));
        DemoRequests maker = new DemoRequests();
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String name = "%s-%04d".formatted(folder.substring(0, folder.length() - 1), i);
            files.add(maker.write(requests, name, dns ? Optional.of(name + ".demo.example") : Optional.empty()));
        }
        BatchIssue batch =
                new BatchIssue(session, issuer, session.profiles().get(profile), OperatorChoices.none(), List.of());
        Instant start = clock.instant();
        List<BatchIssue.Outcome> outcomes = batch.issue(files);
        Duration time = Duration.between(start, clock.instant());
        List<Path> written = new ArrayList<>();
        List<Certificate> certificates = new ArrayList<>();
        for (BatchIssue.Outcome outcome : outcomes) {
            switch (outcome) {
                case BatchIssue.Outcome.Issued issued -> {
                    Path target = settings.out()
                            .resolve(folder)
                            .resolve(issued.request().getFileName().toString().replace(".csr", ".pem"));
                    publish(target, List.of(issued.certificate()));
                    written.add(target);
                    certificates.add(issued.certificate());
                }
                case BatchIssue.Outcome.AlreadyIssued found ->
                    throw new IllegalStateException("nothing is resumed here: " + found.request());
                case BatchIssue.Outcome.Failed failed -> throw failed.failure();
            }
        }
        return new Issued(written, certificates, time);
    }

    private void revoke(List<Certificate> certificates, List<Path> files) throws Exception {
        for (Certificate certificate : certificates) {
            session.services()
                    .revocation()
                    .decide(RevocationOrder.Revoke.of(
                            settings.authorities().issuing(),
                            certificate.serialNumber(),
                            RevocationReason.KEY_COMPROMISE));
        }
        for (int i = 0; i < files.size(); i++) {
            Path target = settings.out()
                    .resolve("revoked")
                    .resolve(files.get(i).getFileName().toString());
            publish(target, List.of(certificates.get(i)));
            Files.delete(files.get(i));
        }
    }

    private Optional<Integer> openssl(
            Issued devices, Issued services, CrlService.Issued rootList, CrlService.Issued issuingList)
            throws Exception {
        if (!DemoCheck.opensslIsThere()) {
            return Optional.empty();
        }
        Path out = settings.out();
        Path lists = out.resolve("crls.pem");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(CertificateFiles.pem(rootList.list()));
        both.writeBytes(CertificateFiles.pem(issuingList.list()));
        publisher.publish(lists, both.toByteArray(), FilePublisher.Existing.REPLACE, content -> {});
        List<Path> files = new ArrayList<>(devices.files());
        files.addAll(services.files());
        int right = 0;
        for (Path file : files) {
            boolean isRevoked = !Files.exists(file);
            Path where = isRevoked ? out.resolve("revoked").resolve(file.getFileName()) : file;
            boolean accepted =
                    DemoCheck.opensslAccepts(where, out.resolve("root.pem"), out.resolve("issuing.pem"), lists);
            right += accepted != isRevoked ? 1 : 0;
        }
        return Optional.of(right);
    }

    private void publish(Path file, List<Certificate> certificates) throws IOException, PublicationException {
        publisher.publish(
                file,
                CertificateFiles.pem(certificates),
                FilePublisher.Existing.REPLACE,
                CertificateFiles.holdsPem(certificates));
    }
}

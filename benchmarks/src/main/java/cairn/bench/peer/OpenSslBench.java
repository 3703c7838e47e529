package cairn.bench.peer;

import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Variant;
import cairn.testkit.ExternalTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same certificates by the {@code openssl} program, its key in a file: many requests in one {@code openssl ca}, and
 * one {@code openssl x509 -req} for each. Both read and write a file for each certificate.
 */
public final class OpenSslBench {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String CONFIGURATION = """
            [ca]
            default_ca = bench
            [bench]
            database = FOLDER/index.txt
            serial = FOLDER/serial
            new_certs_dir = FOLDER/certs
            private_key = FOLDER/ca.key
            certificate = FOLDER/ca.pem
            default_md = sha256
            default_days = 3652
            policy = names
            x509_extensions = device
            copy_extensions = copy
            unique_subject = no
            [names]
            countryName = optional
            organizationName = optional
            commonName = supplied
            [device]
            keyUsage = critical, digitalSignature
            extendedKeyUsage = clientAuth
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            crlDistributionPoints = URI:http://pki.fjord.example/devices.crl
            authorityInfoAccess = OCSP;URI:http://ocsp.fjord.example, caIssuers;URI:http://pki.fjord.example/devices.crt
            [root]
            basicConstraints = critical, CA:TRUE
            keyUsage = critical, keyCertSign
            subjectKeyIdentifier = hash
            [req]
            distinguished_name = none
            [none]
            """;

    private final CpuClock clock;
    private final Path folder;
    private final ExternalTool openssl;
    private final ExternalTool shell = ExternalTool.at(Path.of("/bin/sh")).within(PATIENCE);
    private final Path configuration;
    private final List<Path> requests = new ArrayList<>();

    /** Prepares everything in an empty folder; the program must be there. */
    public OpenSslBench(CpuClock clock, Path folder, List<byte[]> requests) throws IOException {
        this.clock = clock;
        this.folder = folder;
        this.openssl = ExternalTool.require("openssl", "openssl").within(PATIENCE);
        this.configuration = Files.writeString(
                folder.resolve("ca.cnf"),
                CONFIGURATION.replace("FOLDER", folder.toAbsolutePath().toString()));
        Files.createDirectories(folder.resolve("certs"));
        openssl.expectSuccess("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path("ca.key"));
        openssl.expectSuccess(
                "req",
                "-x509",
                "-new",
                "-config",
                configuration.toString(),
                "-key",
                path("ca.key"),
                "-subj",
                "/CN=Bench",
                "-extensions",
                "root",
                "-days",
                "7000",
                "-out",
                path("ca.pem"));
        for (int i = 0; i < requests.size(); i++) {
            this.requests.add(Files.write(folder.resolve(i + ".csr"), requests.get(i)));
        }
    }

    private String path(String name) {
        return folder.resolve(name).toAbsolutePath().toString();
    }

    /** All requests in one command, into an empty index. */
    public Variant ca(String group) {
        return new Variant(
                group,
                "openssl ca, " + requests.size() + " requests in one command",
                requests.size(),
                this::runCa,
                clock::endedChildren);
    }

    private void runCa() throws IOException {
        Files.writeString(folder.resolve("index.txt"), "");
        Files.writeString(folder.resolve("serial"), "1000\n");
        List<String> command =
                new ArrayList<>(List.of("ca", "-batch", "-notext", "-config", configuration.toString(), "-infiles"));
        requests.forEach(request -> command.add(request.toString()));
        openssl.expectSuccess(command.toArray(new String[0]));
    }

    /** One command for each of the first {@code count} requests; the start of each process counts. */
    public Variant x509(String group, int count) {
        StringBuilder script = new StringBuilder("set -e\n");
        for (int i = 0; i < count; i++) {
            Path request = requests.get(i);
            script.append("openssl x509 -req -set_serial ")
                    .append(1000 + i)
                    .append(" -in ")
                    .append(request)
                    .append(" -CA ")
                    .append(path("ca.pem"))
                    .append(" -CAkey ")
                    .append(path("ca.key"))
                    .append(" -days 3652 -extfile ")
                    .append(configuration)
                    .append(" -extensions device -copy_extensions copy -out ")
                    .append(request)
                    .append(".pem\n");
        }
        return new Variant(
                group,
                "openssl x509 -req, one process a request",
                count,
                () -> shell.expectSuccess("-c", script.toString()),
                clock::endedChildren);
    }
}

package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with an issued certificate serve an issued client and refuse the revoked one. */
final class MutualTlsTest {
    private static final byte[] REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static DemoWorkspace demo;
    private static DemoWorkspace.Identity server;
    private static DemoWorkspace.Identity good;
    private static DemoWorkspace.Identity revoked;
    private static Path lists;

    @BeforeAll
    static void make() throws Exception {
        demo = DemoWorkspace.in(folder);
        server = demo.issue("server", "tls-server", "--san", "dns:server.example");
        good = demo.issue("good-client", "tls-client");
        revoked = demo.issue("revoked-client", "tls-client");
        lists = demo.revoke(revoked);
        Files.writeString(
                demo.file("server-chain.pem"),
                Files.readString(server.certificate()) + Files.readString(demo.file("issuing.pem")));
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    /** Asks for a page; the server's certificate must be the one for server.example. */
    private static String ask(Path socket, DemoWorkspace.Identity client) {
        return OpenSsl.require()
                .runWith(
                        REQUEST,
                        "s_client",
                        "-unix",
                        socket.toString(),
                        "-CAfile",
                        demo.file("root.pem").toString(),
                        "-verify_return_error",
                        "-verify_hostname",
                        "server.example",
                        "-servername",
                        "server.example",
                        "-cert",
                        client.certificate().toString(),
                        "-key",
                        client.key().toString(),
                        "-cert_chain",
                        demo.file("issuing.pem").toString(),
                        "-ign_eof")
                .all();
    }

    @Test
    void nginx() throws Exception {
        ExternalTool.require("nginx", "nginx-light");
        Path nginx = ExternalTool.find("nginx").orElseThrow();
        Path socket = demo.file("nginx.sock");
        Path errors = demo.file("nginx-errors.log");
        Path configuration = Files.writeString(demo.file("nginx.conf"), configuration(socket, errors));
        List<String> command = List.of(
                nginx.toString(), "-p", folder.toString(), "-e", errors.toString(), "-c", configuration.toString());
        try (TlsServer running = TlsServer.start(command, socket, demo.file("nginx.log"))) {
            String served = ask(socket, good);
            assertTrue(served.contains("200 OK"), () -> served);
            assertTrue(served.contains("served to CN=good-client"), () -> served);
            String refused = ask(socket, revoked);
            assertFalse(refused.contains("200 OK"), () -> refused);
            assertTrue(refused.contains("400 Bad Request"), () -> refused);
            String log = Files.readString(errors) + running.log();
            assertTrue(log.contains("certificate revoked"), () -> log);
        }
    }

    private static String configuration(Path socket, Path errors) {
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %2$s info;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    server {
                        listen unix:%3$s ssl;
                        server_name server.example;
                        ssl_certificate %1$s/server-chain.pem;
                        ssl_certificate_key %4$s;
                        ssl_client_certificate %1$s/root.pem;
                        ssl_verify_client on;
                        ssl_verify_depth 2;
                        ssl_crl %5$s;
                        location / {
                            return 200 "served to $ssl_client_s_dn\\n";
                        }
                    }
                }
                """.formatted(folder, errors, socket, server.key(), lists);
    }

    @Test
    void openSslServer() throws Exception {
        OpenSsl.require();
        Path openssl = ExternalTool.find("openssl").orElseThrow();
        Path socket = demo.file("openssl.sock");
        List<String> command = List.of(
                openssl.toString(),
                "s_server",
                "-unix",
                socket.getFileName().toString(), // it takes no path of more than 31 characters
                "-www",
                "-cert",
                server.certificate().toString(),
                "-key",
                server.key().toString(),
                "-cert_chain",
                demo.file("issuing.pem").toString(),
                "-CAfile",
                demo.file("root.pem").toString(),
                "-Verify",
                "2",
                "-verify_return_error",
                "-crl_check",
                "-CRL",
                lists.toString());
        try (TlsServer running = TlsServer.start(command, socket, demo.file("openssl.log"))) {
            String served = ask(socket, good);
            assertTrue(served.contains("HTTP/1.0 200"), () -> served);
            String refused = ask(socket, revoked);
            assertFalse(refused.contains("HTTP/1.0 200"), () -> refused);
            String log = running.log();
            assertTrue(log.contains("certificate revoked"), () -> log);
        }
    }
}

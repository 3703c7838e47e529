package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script of a checkout, over a build that consists of the classes under test. */
class LauncherTest {
    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    private Outcome launch(boolean findsJdk, String... arguments) throws Exception {
        return start(findsJdk, prepared().toString(), arguments);
    }

    private Path prepared() throws IOException {
        Path checkout = Path.of(System.getProperty("cairn.root"));
        Path script = folder.resolve("cairn");
        if (!Files.exists(script)) {
            Files.copy(checkout.resolve("cairn"), script);
            Files.createDirectories(folder.resolve("app/target/fast/lib"));
            writeJar(folder.resolve("app/target/fast/cairn-app-0.1.0-SNAPSHOT.jar"));
            Files.createFile(folder.resolve("app/target/fast/built"));
        }
        return script;
    }

    private Outcome start(boolean findsJdk, String script, String... arguments) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of("bash", script));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .put(
                        "CAIRN_JVM_FOLDERS",
                        findsJdk
                                ? Path.of(System.getProperty("java.home"))
                                        .resolveSibling("")
                                        .toString()
                                : folder.toString());
        int code = builder.start().waitFor();
        return new Outcome(code, Files.readString(out), Files.readString(err));
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(":"))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }

    @Test
    void nothingIsPrintedThatNobodyAskedFor() throws Exception {
        Outcome version = launch(true, "--version");
        assertEquals(new Outcome(0, version.out(), ""), version);
        assertTrue(version.out().contains(Composition.VERSION), version.out());
        String workspace = folder.resolve("ws").toString();
        Path passphrase = Files.writeString(folder.resolve("pin"), "a passphrase", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(passphrase, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        for (Outcome outcome : List.of(
                launch(true, "workspace", "init", "-w", workspace),
                launch(true, "token", "init", "soft", "-w", workspace, "--pin-file", passphrase.toString()),
                launch(true, "token", "list", "-w", workspace))) {
            assertEquals(new Outcome(0, outcome.out(), ""), outcome);
        }
    }

    @Test
    void aFileWithOtherLettersIsFoundInThePlainLocale() throws Exception {
        Path script = Files.writeString(folder.resolve("script"), """
                cd "$1" && umlaut=$(printf '\\303\\274') && echo text >"$umlaut" && exec bash "$2" inspect "$umlaut"
                """);
        Outcome outcome =
                start(true, script.toString(), folder.toString(), prepared().toString());
        assertEquals(new Outcome(1, outcome.out(), ""), outcome);
        assertTrue(outcome.out().startsWith("\u00fc: unknown, reject"), outcome.out());
    }

    @Test
    void withoutAJdkItSaysWhereItLookedAndWhatToDo() throws Exception {
        Outcome outcome = launch(false, "--version");
        assertEquals(70, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("needs a JDK 25 and found none"), outcome.err());
        assertTrue(outcome.err().contains(folder.toString()), outcome.err());
        assertTrue(outcome.err().contains("What to do"), outcome.err());
    }
}

package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule.ModuleInfo;
import cairn.hsm.token.TokenModule.ObjectInfo;
import cairn.hsm.token.TokenModule.SlotInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** Every value crosses to the other process unchanged, and a frame that ends too early is refused wherever it ends. */
@SuppressWarnings("NullAway.Init") // the two ends are connected before every property
class ValuesTest {
    private static final Path FOLDER = folder();
    private static final int FRAME_HEAD = 5;

    private SocketChannel raw;
    private Wire far;
    private Wire near;

    private static Path folder() {
        try {
            return Files.createTempDirectory("wire");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.deleteIfExists(FOLDER);
    }

    @BeforeProperty
    void connect() throws IOException {
        Path place = FOLDER.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(place));
            raw = SocketChannel.open(UnixDomainSocketAddress.of(place));
            near = Wire.patient(server.accept());
        } finally {
            Files.deleteIfExists(place);
        }
        near.allow(Duration.ofMinutes(10), () -> 0);
        far = Wire.blocking(raw);
    }

    @AfterProperty
    void disconnect() throws IOException {
        near.close();
        far.close();
    }

    private <T> T across(T value, Values.Writer<T> writer, Values.Reader<T> reader) throws IOException {
        far.begin(7);
        writer.put(far, value);
        far.send();
        assertEquals(7, near.receive());
        T read = reader.read(near);
        assertThrows(Wire.GarbledException.class, near::bool, "nothing is left of " + value);
        return read;
    }

    @Property(tries = 200)
    void keys(@ForAll("texts") String id, @ForAll("texts") String label, @ForAll("specs") KeySpec spec)
            throws IOException {
        KeyRef key = new KeyRef(id, label, spec);
        assertEquals(key, across(key, Values::put, Values::keyRef));
        assertEquals(spec, across(spec, Values::put, Values::keySpec));
        assertEquals(
                List.of(key, key), across(List.of(key, key), this::putKeys, wire -> Values.list(wire, Values::keyRef)));
    }

    private void putKeys(Wire wire, List<KeyRef> keys) {
        Values.putList(wire, keys, Values::put);
    }

    @Property(tries = 200)
    void mechanisms(@ForAll("mechanisms") SignMechanism mechanism) throws IOException {
        assertEquals(mechanism, across(mechanism, Values::put, Values::mechanism));
    }

    @Property(tries = 200)
    void descriptionsOfMechanisms(
            @ForAll long type,
            @ForAll("texts") String name,
            @ForAll long from,
            @ForAll long to,
            @ForAll("words") Set<String> flags)
            throws IOException {
        MechanismInfo info = new MechanismInfo(type, name, from, to, flags);
        assertEquals(info, across(info, Values::put, Values::mechanismInfo));
    }

    @Property(tries = 200)
    void slotsWithATokenAndWithout(
            @ForAll long number, @ForAll("texts") String text, @ForAll boolean ready, @ForAll("tokens") TokenInfo token)
            throws IOException {
        for (SlotInfo slot : List.of(
                new SlotInfo(number, text, "maker", ready, token),
                new SlotInfo(number, "slot", text, ready, nothing()))) {
            assertEquals(slot, across(slot, Values::put, Values::slotInfo));
        }
        assertEquals(token, across(token, Values::put, Values::tokenInfo));
    }

    private static @Nullable TokenInfo nothing() {
        return null;
    }

    @Property(tries = 200)
    void objectsKeepTheOrderOfTheirAttributes(@ForAll("words") Set<String> names, @ForAll("texts") String value)
            throws IOException {
        Map<String, String> attributes = new LinkedHashMap<>();
        names.forEach(name -> attributes.put(name, value + name));
        ObjectInfo object = new ObjectInfo(value, attributes);
        ObjectInfo read = across(object, Values::put, Values::objectInfo);
        assertEquals(object, read);
        assertEquals(
                List.copyOf(attributes.keySet()), List.copyOf(read.attributes().keySet()));
    }

    @Property(tries = 200)
    void modules(@ForAll("texts") String library, @ForAll("texts") String maker, @ForAll("texts") String version)
            throws IOException {
        ModuleInfo info = new ModuleInfo(library, maker, "words", version, "3.2");
        assertEquals(info, across(info, Values::put, Values::moduleInfo));
    }

    @Property(tries = 200)
    void proofs(@ForAll("words") Set<String> names, @ForAll("words") Set<String> deviations) throws IOException {
        Map<String, Boolean> answers = new TreeMap<>();
        names.forEach(name -> answers.put(name, name.length() % 2 == 0));
        KeyProof proof = new KeyProof(answers, deviations);
        assertEquals(proof, across(proof, Values::put, Values::keyProof));
    }

    @Property(tries = 200)
    void selectorsTellAnEmptySerialNumberFromNone(@ForAll("texts") String label, @ForAll("texts") String serial)
            throws IOException {
        for (Optional<String> number : List.of(Optional.of(serial), Optional.of(""), Optional.<String>empty())) {
            TokenSelector selector = new TokenSelector(label, number);
            assertEquals(selector, across(selector, Values::put, Values::selector));
        }
    }

    @Property(tries = 200)
    void options(@ForAll("counts") int sessions, @ForAll("times") Duration wait, @ForAll("times") Duration limit)
            throws IOException {
        TokenOptions options = new TokenOptions(sessions, wait, limit);
        assertEquals(options, across(options, Values::put, Values::options));
    }

    @Property(tries = 200)
    void failures(
            @ForAll Failure failure, @ForAll("texts") String function, @ForAll long value, @ForAll("texts") String text)
            throws IOException {
        boolean caused = !text.isEmpty();
        Answers.putFailure(
                far, new TokenException(failure, function, value, text, caused ? new IOException(text) : null));
        far.send();
        assertEquals(Answers.FAILED, near.receive());
        TokenException read = Answers.failure(near);
        assertEquals(failure, read.failure());
        assertEquals(function, read.function());
        assertEquals(value, read.returnValue());
        assertEquals(text, read.getMessage());
        assertEquals(caused, read.getCause() != null);
    }

    @Property(tries = 100)
    void aFrameThatEndsTooEarlyIsRefusedWhereverItEnds(@ForAll("tokens") TokenInfo token, @ForAll("counts") int cut)
            throws IOException {
        byte[] whole = frame(token);
        byte[] part = Arrays.copyOf(whole, FRAME_HEAD + cut % (whole.length - FRAME_HEAD));
        ByteBuffer.wrap(part).putInt(0, part.length - Integer.BYTES);
        raw.write(ByteBuffer.wrap(part));
        assertEquals(7, near.receive());
        assertThrows(Wire.GarbledException.class, () -> Values.tokenInfo(near));
    }

    /** The octets of a frame, read by another hand than the wire's. */
    private static byte[] frame(TokenInfo token) throws IOException {
        Path place = FOLDER.resolve("f");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(place));
            try (SocketChannel end = SocketChannel.open(UnixDomainSocketAddress.of(place));
                    SocketChannel reader = server.accept()) {
                Wire writer = Wire.blocking(end);
                writer.begin(7);
                Values.put(writer, token);
                writer.send();
                end.shutdownOutput();
                return Channels.newInputStream(reader).readAllBytes();
            }
        } finally {
            Files.deleteIfExists(place);
        }
    }

    @Property(tries = 300)
    void kindsThatNobodyHasAreRefused(@ForAll("texts") String family, @ForAll("texts") String parameter)
            throws IOException {
        far.begin(1).put("X" + family).put(parameter).send();
        near.receive();
        assertThrows(Wire.GarbledException.class, () -> Values.keySpec(near));
        for (String known : List.of("EC", "RSA", "ML-DSA", "SLH-DSA")) {
            far.begin(1).put(known).put("x" + parameter).send();
            near.receive();
            assertThrows(Wire.GarbledException.class, () -> Values.keySpec(near), known);
        }
        far.begin(1).put(6).put("").put(0).send();
        near.receive();
        assertThrows(Wire.GarbledException.class, () -> Values.mechanism(near));
        far.begin(1).put(0).put("MD5" + parameter).put(0).send();
        near.receive();
        assertThrows(Wire.GarbledException.class, () -> Values.mechanism(near));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\u0000', '\n', '\u00E4', '\u4E2D')
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<Set<String>> words() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(12)
                .set()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(1, 100_000);
    }

    @Provide
    Arbitrary<Duration> times() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofNanos);
    }

    @Provide
    Arbitrary<KeySpec> specs() {
        return Arbitraries.of(
                new KeySpec.Ec(KeySpec.Curve.P256),
                new KeySpec.Ec(KeySpec.Curve.P384),
                new KeySpec.Ec(KeySpec.Curve.P521),
                new KeySpec.Ed25519(),
                new KeySpec.Rsa(2048),
                new KeySpec.Rsa(4096),
                new KeySpec.MlDsa(44),
                new KeySpec.MlDsa(87),
                new KeySpec.SlhDsa("128s"),
                new KeySpec.SlhDsa("256f"));
    }

    @Provide
    Arbitrary<SignMechanism> mechanisms() {
        Arbitrary<Digest> digests = Arbitraries.of(Digest.class);
        return Arbitraries.oneOf(
                digests.map(SignMechanism.Ecdsa::new),
                digests.map(SignMechanism.RsaPkcs::new),
                Combinators.combine(digests, Arbitraries.integers().between(0, 512))
                        .as(SignMechanism.RsaPss::new),
                Arbitraries.of(new SignMechanism.EdDsa(), new SignMechanism.MlDsa(), new SignMechanism.SlhDsa()));
    }

    @Provide
    Arbitrary<TokenInfo> tokens() {
        Arbitrary<OptionalLong> sessions =
                Arbitraries.oneOf(Arbitraries.longs().map(OptionalLong::of), Arbitraries.of(OptionalLong.empty()));
        return Combinators.combine(texts(), texts(), words(), sessions, Arbitraries.integers())
                .as((label, serial, flags, most, pin) -> new TokenInfo(
                        label, serial, "maker", "model", "1.0", pin % 2 == 0, flags, most, pin, Integer.MAX_VALUE));
    }
}

package cairn.bench.signing;

import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Variant;
import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.Constants.Flag;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.cryptoki.Mechanism;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.cryptoki.SignCalls;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** P-256 signatures with one key of one library, from the C calls up. */
public final class SigningBench {
    /** The layers of one library that sign with the same key. */
    public record Layers(FunctionListSource source, MemorySegment functionList, Token token) {
        /** A library in a file. */
        public Layers(Path library, Token token) {
            this(new FunctionListSource.LibraryFile(library), FunctionList.of(library), token);
        }
    }

    private static final String LABEL = "signing bench";
    private static final SignMechanism ECDSA = new SignMechanism.Ecdsa(Digest.SHA256);
    private static final Mechanism RAW_ECDSA = new Mechanism.Plain(Ckm.ECDSA);
    private static final int MESSAGE_OCTETS = 512;

    private final CpuClock clock;
    private final int operations;

    /** Makes so many signatures in a round. */
    public SigningBench(CpuClock clock, int operations) {
        this.clock = clock;
        this.operations = operations;
    }

    /** The C calls first, then the binding, then the token with its pool of sessions. */
    public List<Variant> variants(String group, Layers layers) throws Exception {
        KeyRef key = layers.token().generateKeyPair(new KeySpec.Ec(KeySpec.Curve.P256), LABEL);
        Cryptoki cryptoki = Cryptoki.load(layers.source());
        long session = cryptoki.sessions().open(slot(cryptoki), false);
        long handle = new Session(cryptoki, session)
                .find(
                        Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                        Attribute.of(Cka.ID, HexFormat.of().parseHex(key.id())))
                .getFirst();
        byte[] digest = new byte[32];
        Arena arena = Arena.ofAuto();
        RawSign raw = new RawSign(arena, layers.functionList(), session, handle, digest);
        SignCalls binding = cryptoki.signing(arena);
        List<Variant> variants = new ArrayList<>();
        variants.add(own(group, "C_SignInit and C_Sign alone", () -> raw.sign(operations)));
        variants.add(own(group, "the binding", () -> {
            for (int i = 0; i < operations; i++) {
                binding.begin(session, RAW_ECDSA, handle);
                binding.finish(session, digest);
            }
        }));
        variants.add(
                own(group, "a token in this process, by way of its pool of sessions", () -> sign(layers.token(), key)));
        return variants;
    }

    /** A token behind the broker, both processes counted. It is the token of {@link #variants}. */
    public Variant hosted(String group, Token token, ProcessHandle broker) throws Exception {
        KeyRef key = token.keys().stream()
                .filter(found -> found.label().equals(LABEL))
                .findFirst()
                .orElseThrow();
        return new Variant(
                group,
                "the token hosted in another process, both processes",
                operations,
                () -> sign(token, key),
                () -> clock.own() + clock.of(broker));
    }

    private void sign(Token token, KeyRef key) throws Exception {
        byte[] message = new byte[MESSAGE_OCTETS];
        for (int i = 0; i < operations; i++) {
            token.sign(key, ECDSA, message);
        }
    }

    private Variant own(String group, String name, Variant.Work work) {
        return new Variant(group, name, operations, work, clock::own);
    }

    /** The slot with an initialised token: the libraries here have one. */
    private static long slot(Cryptoki cryptoki) throws Exception {
        for (long slot : cryptoki.library().slots(true)) {
            if ((cryptoki.library().token(slot).flags() & Flag.TOKEN_INITIALIZED) != 0) {
                return slot;
            }
        }
        throw new IllegalStateException("the library shows no initialised token");
    }
}

package cairn.bench;

import cairn.app.session.ChunkSize;
import cairn.bench.issuing.CryptographyBench;
import cairn.bench.issuing.IssuingBench;
import cairn.bench.issuing.RequestSupply;
import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Figure;
import cairn.bench.measure.Report;
import cairn.bench.measure.Variant;
import cairn.bench.peer.OpenSslBench;
import cairn.bench.signing.SigningBench;
import cairn.ca.issuance.Issuer;
import cairn.ca.storage.Surroundings;
import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.token.Token;
import cairn.testkit.ExternalTool;
import cairn.testkit.Folders;
import cairn.testkit.SoftHsm;
import cairn.testkit.pkcs11.JavaModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.opentest4j.TestAbortedException;

/** Puts the measurements together: the place where clock, randomness, threads and folders come from. */
final class Benchmarks implements AutoCloseable {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Effort effort;
    private final CpuClock clock = new CpuClock();
    private final SecureRandom random = new SecureRandom();
    private final ThreadFactory threads = Thread.ofPlatform().daemon().factory();
    private final ExecutorService workers = Executors.newFixedThreadPool(PROCESSORS, threads);
    private final Tokens tokens = new Tokens(random, threads, InstantSource.system());
    private final Path folder = Files.createTempDirectory("cairn-bench");
    private final Summary summary = new Summary();

    Benchmarks(Effort effort) throws Exception {
        this.effort = effort;
    }

    /** SoftHSM with one token, reached both ways. */
    private record SoftHsmTokens(SoftHsm hsm, Token inProcess, Tokens.Hosted hosted) {}

    /** Measures everything. */
    Report run() throws Exception {
        Optional<SoftHsmTokens> softHsm = softHsm();
        measureSigning(softHsm);
        measureIssuing(softHsm);
        return summary.report();
    }

    private Optional<SoftHsmTokens> softHsm() throws Exception {
        SoftHsm hsm;
        try {
            hsm = SoftHsm.withToken(folder, Tokens.LABEL);
        } catch (TestAbortedException missing) {
            return Optional.empty();
        }
        hsm.useInThisProcess();
        Token inProcess = tokens.inProcess(new FunctionListSource.LibraryFile(hsm.library()), SoftHsm.PIN);
        return Optional.of(new SoftHsmTokens(hsm, inProcess, tokens.hosted(hsm, folder)));
    }

    private void measureSigning(Optional<SoftHsmTokens> softHsm) throws Exception {
        SigningBench bench = new SigningBench(clock, effort.signatures());
        if (softHsm.isPresent()) {
            SoftHsm hsm = softHsm.get().hsm();
            List<Variant> variants = new ArrayList<>(bench.variants(
                    Summary.SOFTHSM,
                    new SigningBench.Layers(hsm.library(), softHsm.get().inProcess())));
            Tokens.Hosted hosted = softHsm.get().hosted();
            variants.add(bench.hosted(Summary.SOFTHSM, hosted.token(), hosted.process()));
            summary.signing(effort.signing().measure(variants), true);
        } else {
            summary.missing(Summary.SOFTHSM, "SoftHSM", "softhsm2");
        }
        JavaModule java = JavaModule.withToken(Tokens.LABEL, random);
        FunctionListSource source = new FunctionListSource.InMemory("Java module", java.functionList(), Abi.POSIX);
        Token token = tokens.inProcess(source, JavaModule.PIN);
        List<Variant> variants =
                bench.variants(Summary.JAVA_MODULE, new SigningBench.Layers(source, java.functionList(), token));
        summary.signing(effort.signing().measure(variants), false);
    }

    private void measureIssuing(Optional<SoftHsmTokens> softHsm) throws Exception {
        List<byte[]> requests = RequestSupply.make(effort.requests(), random);
        Surroundings surroundings = Surroundings.of(InstantSource.system(), random, "bench", "bench", "");
        try (TokenKeyStore software = TokenKeyStore.over(tokens.software(folder.resolve("software.token")));
                IssuingBench bench = new IssuingBench(
                        clock,
                        requests,
                        ChunkSize.MOST,
                        new IssuingBench.Place(folder.resolve("workspace"), surroundings, workers))) {
            Issuer issuer = bench.createIssuer("software", software);
            List<Variant> variants = new ArrayList<>();
            variants.add(bench.withCheckInSteps(Summary.ISSUANCE, "software token, requests checked", issuer));
            variants.add(
                    bench.withoutCheck(Summary.ISSUANCE, "software token, requests not checked", issuer, clock::own));
            variants.addAll(
                    new CryptographyBench(clock, requests, issuer, random, workers).variants(Summary.CRYPTOGRAPHY));
            if (softHsm.isPresent()) {
                variants.addAll(onSoftHsm(bench, softHsm.get()));
            } else {
                summary.missing(Summary.ISSUANCE, "on SoftHSM", "softhsm2");
            }
            if (ExternalTool.find("openssl").isPresent()) {
                OpenSslBench peer = new OpenSslBench(clock, Files.createDirectory(folder.resolve("openssl")), requests);
                variants.add(peer.ca(Summary.ISSUANCE));
                variants.add(peer.x509(Summary.ISSUANCE, effort.processes()));
            } else {
                summary.missing(Summary.ISSUANCE, "openssl ca, openssl x509 -req", "openssl");
            }
            List<Figure> figures = effort.issuing().measure(variants);
            summary.issuing(figures, bench.stepMicros(effort.issuing().counted()));
        }
    }

    private List<Variant> onSoftHsm(IssuingBench bench, SoftHsmTokens softHsm) throws Exception {
        TokenKeyStore inProcess = TokenKeyStore.over(softHsm.inProcess());
        Issuer issuer = bench.createIssuer("softhsm", inProcess);
        Issuer hosted =
                bench.open("softhsm", TokenKeyStore.over(softHsm.hosted().token()));
        ProcessHandle process = softHsm.hosted().process();
        return List.of(
                bench.withCheck(Summary.ISSUANCE, "SoftHSM in this process, requests checked", issuer, clock::own),
                bench.withoutCheck(
                        Summary.ISSUANCE, "SoftHSM in this process, requests not checked", issuer, clock::own),
                bench.withCheck(
                        Summary.ISSUANCE,
                        "SoftHSM hosted, requests checked, both processes",
                        hosted,
                        () -> clock.own() + clock.of(process)));
    }

    @Override
    public void close() throws IOException {
        tokens.close();
        workers.shutdown();
        Folders.delete(folder);
    }
}

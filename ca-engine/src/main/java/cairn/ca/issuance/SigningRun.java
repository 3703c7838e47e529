package cairn.ca.issuance;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.CheckedSigning;
import cairn.ca.signing.SignatureOutcome;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * The signing of prepared certificates: all intents in one durable step, then the signatures on as many threads as the
 * executor gives, then all completions in one durable step. Nothing is signed unless its intent is on stable storage.
 */
final class SigningRun {
    private final CertificateLedger ledger;
    private final AuditJournal journal;
    private final Executor executor;

    SigningRun(CertificateLedger ledger, AuditJournal journal, Executor executor) {
        this.ledger = ledger;
        this.journal = journal;
        this.executor = executor;
    }

    /** One result for each prepared certificate, in their order. */
    List<IssuanceResult> run(List<PreparedCertificate> prepared) {
        List<IssuanceIntent> intents =
                prepared.stream().map(PreparedCertificate::intent).toList();
        try {
            ledger.recordIntents(intents);
        } catch (LedgerException e) {
            return intents.stream()
                    .<IssuanceResult>map(intent -> new IssuanceResult.Failed(new IssuanceException.NotRecorded(e)))
                    .toList();
        }
        List<CompletableFuture<SignatureOutcome>> signing =
                prepared.stream().map(this::start).toList();
        // Waiting for all is one wait; waiting for each in turn would be woken as often.
        CompletableFuture.allOf(signing.toArray(CompletableFuture[]::new)).join();
        List<IssuanceResult> results = new ArrayList<>(prepared.size());
        for (int i = 0; i < prepared.size(); i++) {
            results.add(result(prepared.get(i), intents.get(i), signing.get(i).join()));
        }
        complete(results);
        return List.copyOf(results);
    }

    private CompletableFuture<SignatureOutcome> start(PreparedCertificate prepared) {
        Issuer issuer = prepared.order().issuer();
        byte[] content = prepared.toBeSigned().toArray();
        try {
            return CompletableFuture.supplyAsync(
                    () -> CheckedSigning.sign(issuer.key(), issuer.publicKey(), issuer.algorithm(), content), executor);
        } catch (RejectedExecutionException e) {
            SigningException busy = new SigningException.TokenBusy("no thread was free to sign: " + e.getMessage());
            return CompletableFuture.completedFuture(new SignatureOutcome.NotSigned(busy));
        }
    }

    private IssuanceResult result(PreparedCertificate prepared, IssuanceIntent intent, SignatureOutcome outcome) {
        return switch (outcome) {
            case SignatureOutcome.Signed(var signature) -> compared(prepared, intent, signature.toArray());
            case SignatureOutcome.NotSigned(var failure) -> {
                IssuanceException answer = new IssuanceException.NotSigned(intent.id(), failure);
                settle(answer, () -> {
                    ledger.failed(intent.id(), failure.getClass().getSimpleName(), words(failure));
                    ledger.close(intent.id(), AuditEvent.Signed.NO, words(failure));
                });
                yield new IssuanceResult.Failed(answer);
            }
            case SignatureOutcome.Unknown(var failure) -> {
                IssuanceException answer = new IssuanceException.UnknownOutcome(intent.id(), failure);
                settle(
                        answer,
                        () -> ledger.failed(intent.id(), failure.getClass().getSimpleName(), words(failure)));
                yield new IssuanceResult.Failed(answer);
            }
            case SignatureOutcome.Wrong(String words) -> withheld(intent, words);
        };
    }

    /** Puts the signature in the place of the throw-away one and compares what was signed with what was recorded. */
    private IssuanceResult compared(PreparedCertificate prepared, IssuanceIntent intent, byte[] signature) {
        try {
            Certificate certificate = prepared.preview().withSignature(signature);
            return Arrays.equals(certificate.toBeSigned(), intent.toBeSigned().toArray())
                    ? new IssuanceResult.Issued(intent.id(), certificate)
                    : withheld(intent, "the signed bytes are not the recorded bytes");
        } catch (MalformedException e) {
            return withheld(intent, "the signed bytes are no certificate: " + words(e));
        }
    }

    private IssuanceResult withheld(IssuanceIntent intent, String words) {
        IssuanceException answer = new IssuanceException.WrongSignature(intent.id(), words);
        String object = "certificate " + intent.serialNumber() + " of " + intent.issuer();
        try {
            journal.append(new AuditEvent.IntegrityViolation(object, words));
        } catch (JournalException e) {
            answer.addSuppressed(e);
        }
        settle(answer, () -> ledger.close(intent.id(), AuditEvent.Signed.MAYBE, words));
        return new IssuanceResult.Failed(answer);
    }

    /** Completes all that was signed; if that fails, none of it is released and all of it stays open. */
    private void complete(List<IssuanceResult> results) {
        List<Completion> completions = results.stream()
                .filter(IssuanceResult.Issued.class::isInstance)
                .map(IssuanceResult.Issued.class::cast)
                .map(issued -> new Completion(issued.intent(), issued.certificate()))
                .toList();
        if (completions.isEmpty()) {
            return;
        }
        try {
            ledger.complete(completions);
        } catch (LedgerException e) {
            Function<IssuanceResult, IssuanceResult> withhold = result -> switch (result) {
                case IssuanceResult.Issued(var intent, var certificate) ->
                    new IssuanceResult.Failed(new IssuanceException.NotCompleted(intent, e));
                case IssuanceResult.Failed failed -> failed;
            };
            results.replaceAll(withhold::apply);
        }
    }

    private interface LedgerStep {
        void run() throws LedgerException;
    }

    private static void settle(IssuanceException because, LedgerStep step) {
        try {
            step.run();
        } catch (LedgerException e) {
            because.addSuppressed(e);
        }
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}

package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.KeyedCertificate;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs did for the requests of this one, so that none gets a second certificate: the certificates that were
 * issued, with or without their files, and the signings whose outcome nobody can know.
 */
final class Resumption {
    private final CertificatePlaces places;
    private final InstantSource clock;
    private final Map<Fingerprint, IssuanceIntent> open = new HashMap<>();

    /**
     * The certificate that a request has already.
     *
     * @param filed whether its file holds it
     */
    record Earlier(Certificate certificate, boolean filed) {}

    /** Of this issuer; what is open is asked once, for no key comes twice in a run. */
    Resumption(Session session, AuthorityName issuer, CertificatePlaces places, InstantSource clock)
            throws LedgerException {
        this.places = places;
        this.clock = clock;
        for (OpenIntent each : session.services().settlement().open()) {
            if (each.intent().issuer().equals(issuer)) {
                open.put(each.intent().unsigned().publicKey().fingerprint(), each.intent());
            }
        }
    }

    /**
     * The certificate that was issued for this order and still counts: neither revoked nor on hold nor expired. Of several
     * the one in the file, else the newest.
     *
     * @param ofKey all that the issuer issued for the order's key, oldest first
     * @throws Problem if nobody can know whether there is one, or if its file holds something else
     */
    Optional<Earlier> find(IssuanceOrder order, Path request, List<KeyedCertificate> ofKey)
            throws Problem, IOException {
        requireSettled(order);
        Instant now = clock.instant();
        List<Certificate> found = ofKey.reversed().stream()
                .filter(each -> each.status() == CertificateStatus.VALID
                        && each.profile().equals(order.profile().name())
                        && !now.isAfter(each.certificate().validity().notAfter()))
                .map(KeyedCertificate::certificate)
                .filter(certificate -> order.isFulfilledBy(certificate, now))
                .toList();
        Path target = places.of(request);
        if (found.isEmpty() || !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            places.requireAbsent(request);
            return found.stream().findFirst().map(certificate -> new Earlier(certificate, false));
        }
        byte[] content = InputFile.read(target);
        return Optional.of(found.stream()
                .filter(certificate -> holds(content, certificate))
                .findFirst()
                .map(certificate -> new Earlier(certificate, true))
                .orElseThrow(() -> Problem.badInput(
                        "I-3",
                        "The request has a certificate, but the file for it holds something else, and nothing is overwritten"
                                + " silently.",
                        target + "\ncertificate "
                                + found.getFirst().serialNumber().hex(),
                        "Move the old file away, and run the same command again.")));
    }

    private void requireSettled(IssuanceOrder order) throws Problem {
        IssuanceIntent intent = open.get(order.content().key().fingerprint());
        if (intent != null) {
            throw new Problem(
                    "U-2",
                    ExitCode.UNKNOWN_OUTCOME,
                    "Nobody can know whether a certificate for this key was signed when an earlier run was interrupted, so no"
                            + " second one is.",
                    "intent " + intent.id() + "\nserial number "
                            + intent.serialNumber().hex(),
                    "End it by 'cairn workspace settle " + intent.id()
                            + " --why WORDS', then run the same command again.");
        }
    }

    private static boolean holds(byte[] content, Certificate certificate) {
        try {
            CertificateFiles.holdsPem(List.of(certificate)).accept(content);
            return true;
        } catch (PublicationException e) {
            return false;
        }
    }
}

package cairn.ca.validation;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import cairn.ca.x509.IssuingDistributionPointFields;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.RevocationListEntry;
import cairn.ca.x509.RevocationListExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what a revocation list is, whether it can be relied on now, and whether it may replace earlier ones. */
final class RevocationListExaminer {
    private static final String FORM = "RFC 5280 section 5.1";
    private static final String UNDETERMINED = " What it says about a certificate is undetermined.";

    private final Instant now;

    RevocationListExaminer(Instant now) {
        this.now = now;
    }

    Part examine(byte[] der, List<Certificate> issuers, List<CertificateListOutline> earlier) {
        Part part = new Part();
        CertificateListOutline list;
        try {
            list = CertificateListOutline.read(der);
        } catch (MalformedException e) {
            part.add(Finding.error(
                    "crl.malformed", FORM, e.where(), "This is not a well-formed revocation list: " + e.what() + "."));
            return part;
        }
        part.found(list);
        time(list, part);
        extensions(list, part);
        signature(list, issuers, part);
        for (CertificateListOutline before : earlier) {
            if (before.issuer().equals(list.issuer()) && sameScope(before, list)) {
                RevocationListReplacement.objections(before, list).forEach(part::add);
            }
        }
        part.describe("Revocation list of " + list.issuer(), facts(list));
        return part;
    }

    private static boolean sameScope(CertificateListOutline a, CertificateListOutline b) {
        return a.baseNumber().isPresent() == b.baseNumber().isPresent() && point(a).equals(point(b));
    }

    private static Optional<RevocationListExtension> point(CertificateListOutline list) {
        return list.extension("2.5.29.28");
    }

    private void time(CertificateListOutline list, Part part) {
        if (now.isBefore(list.thisUpdate())) {
            part.add(Finding.warning(
                    "crl.future",
                    "RFC 5280 section 5.1.2.4",
                    "thisUpdate",
                    "The list is from the future by " + Dates.span(now, list.thisUpdate())
                            + ". Check the clock of this computer." + UNDETERMINED));
        }
        if (list.nextUpdate().isEmpty()) {
            part.add(Finding.warning(
                    "crl.no-next-update",
                    "RFC 5280 section 5.1.2.5",
                    "nextUpdate",
                    "The list does not say when the next one comes, which the standard demands." + UNDETERMINED));
        }
        list.nextUpdate()
                .filter(now::isAfter)
                .ifPresent(next -> part.add(Finding.warning(
                        "crl.expired",
                        "RFC 5280 section 5.1.2.5",
                        "nextUpdate",
                        "The list expired " + Dates.span(next, now)
                                + " ago. Get the newer one, or check the clock of this" + " computer."
                                + UNDETERMINED)));
        list.nextUpdate()
                .filter(next -> next.isBefore(list.thisUpdate()))
                .ifPresent(next -> part.add(Finding.error(
                        "crl.times", "RFC 5280 section 5.1.2.5", "nextUpdate", "nextUpdate is before thisUpdate.")));
    }

    private static void extensions(CertificateListOutline list, Part part) {
        for (RevocationListExtension extension : list.extensions()) {
            if (extension.critical() && !RevocationCheck.UNDERSTOOD.contains(extension.oid())) {
                part.add(Finding.error(
                        "crl.unknown-critical",
                        "RFC 5280 section 5.2",
                        extension.oid(),
                        "The list has the critical extension " + extension.oid() + ", which is not known here."
                                + UNDETERMINED));
            }
        }
        for (String oid : list.criticalEntryExtensions()) {
            if (!RevocationCheck.UNDERSTOOD_IN_ENTRIES.contains(oid)) {
                part.add(Finding.error(
                        "crl.unknown-critical-entry",
                        "RFC 5280 section 5.3",
                        oid,
                        "Entries of the list have the critical extension " + oid + ", which is not handled here."
                                + UNDETERMINED));
            }
        }
        if (list.number().isEmpty()) {
            part.add(Finding.notice(
                    "crl.no-number",
                    "RFC 5280 section 5.2.3",
                    "cRLNumber",
                    "The list has no number, which the standard demands."));
        }
        if (list.hasEmptyEntries()) {
            part.add(Finding.warning(
                    "crl.empty-entries",
                    "RFC 5280 section 5.1.2.6",
                    "revokedCertificates",
                    "The list of revoked certificates is there and empty; the standard wants it left out."));
        }
        list.baseNumber()
                .ifPresent(base -> part.add(Finding.warning(
                        "crl.delta",
                        "RFC 5280 section 5.2.4",
                        "deltaCRLIndicator",
                        "This is a delta list: it counts only together with list number " + base + ".")));
        point(list).flatMap(RevocationListExtension::issuingDistributionPoint).ifPresent(point -> {
            if (point.indirect() || point.someReasons()) {
                part.add(Finding.warning(
                        "crl.partial",
                        "RFC 5280 section 5.2.5",
                        "issuingDistributionPoint",
                        "The list is indirect or covers some reasons only; such lists are not evaluated here."
                                + UNDETERMINED));
            }
        });
    }

    private static void signature(CertificateListOutline list, List<Certificate> issuers, Part part) {
        List<Certificate> named =
                issuers.stream().filter(i -> i.subject().equals(list.issuer())).toList();
        if (named.isEmpty()) {
            part.add(Finding.notice(
                    "crl.signature-not-checked",
                    "RFC 5280 section 6.3.3",
                    "signatureValue",
                    "The certificate of the issuer is not at hand: the signature was not checked."));
            return;
        }
        Optional<Certificate> signer = named.stream()
                .limit(RevocationCheck.MAX_SIGNERS)
                .filter(i -> list.isSignedBy(i.publicKey()))
                .findFirst();
        if (signer.isEmpty() && named.size() > RevocationCheck.MAX_SIGNERS) {
            part.add(Finding.warning(
                    "crl.signature-unchecked",
                    "RFC 5280 section 6.3.3",
                    "signatureValue",
                    RevocationCheck.untried(list.issuer(), named.size()) + UNDETERMINED));
        } else if (signer.isEmpty()) {
            part.add(Finding.error(
                    "crl.signature",
                    "RFC 5280 section 6.3.3",
                    "signatureValue",
                    "The signature does not verify: another key of the same name signed the list, or it was changed."
                            + UNDETERMINED));
        } else if (!RevocationCheck.maySign(signer.get())) {
            part.add(Finding.error(
                    "crl.issuer-usage",
                    "RFC 5280 section 6.3.3 step f",
                    "keyUsage",
                    "The key that signed the list may not sign revocation lists (keyUsage without cRLSign)."
                            + UNDETERMINED));
        }
    }

    /** What a list says about a certificate that came in the same file. */
    void status(CertificateListOutline list, List<Certificate> issuers, Certificate target, Part part) {
        String name = "The certificate with serial number "
                + target.holder().getSerialNumber().toString(16);
        part.add(
                switch (new RevocationCheck(list, issuers, now, null).of(target)) {
                    case RevocationStatus.Good good ->
                        Finding.notice(
                                "crl.status-good",
                                "RFC 5280 section 6.3.3",
                                "the file",
                                name + " is not revoked by the list.");
                    case RevocationStatus.Revoked revoked ->
                        Finding.warning(
                                "crl.status-revoked",
                                "RFC 5280 section 6.3.3",
                                "the file",
                                name + " was revoked on "
                                        + Dates.text(revoked.entry().revocationDate()) + ".");
                    case RevocationStatus.Undetermined no ->
                        no.byTime()
                                ? Finding.warning(
                                        "crl.status-undetermined",
                                        "RFC 5280 section 6.3.3",
                                        "the file",
                                        name + ": undetermined. " + no.words())
                                : Finding.error(
                                        "crl.status-undetermined",
                                        "RFC 5280 section 6.3.3",
                                        "the file",
                                        name + ": undetermined. " + no.words());
                });
    }

    private List<Fact> facts(CertificateListOutline list) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Issuer", list.issuer().toString()));
        list.number().ifPresent(number -> facts.add(new Fact("Number", number.toString())));
        facts.add(new Fact(
                "Kind",
                list.baseNumber().map(b -> "delta to number " + b).orElse("full") + ", version " + list.version()));
        facts.add(new Fact("Made", Dates.relative(list.thisUpdate(), now)));
        facts.add(new Fact(
                "Next by", list.nextUpdate().map(n -> Dates.relative(n, now)).orElse("not said")));
        facts.add(new Fact("Revoked certificates", "" + list.entries()));
        if (list.entries() > 0) {
            facts.add(new Fact("Reasons", reasons(list)));
        }
        facts.add(new Fact("Signed with", KeyWords.signature(list.signatureAlgorithm())));
        facts.add(new Fact("SHA-256", list.fingerprint().hex()));
        point(list)
                .flatMap(RevocationListExtension::issuingDistributionPoint)
                .ifPresent(point -> facts.add(new Fact("Covers", covers(point.scope()))));
        list.extensions()
                .forEach(e -> facts.add(new Fact("Extension", e.title() + (e.critical() ? " (critical)" : ""))));
        return facts;
    }

    private static String covers(IssuingDistributionPointFields.Scope scope) {
        return switch (scope) {
            case ALL -> "all certificates";
            case END_ENTITIES -> "certificates of end entities";
            case AUTHORITIES -> "certificates of authorities";
            case ATTRIBUTES -> "attribute certificates";
        };
    }

    private static String reasons(CertificateListOutline list) {
        Map<String, Integer> counts = new TreeMap<>();
        list.forEachEntry(entry -> counts.merge(reason(entry), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .toList());
    }

    private static String reason(RevocationListEntry entry) {
        return entry.reason().isPresent() ? entry.reasonWord() : "without reason";
    }
}

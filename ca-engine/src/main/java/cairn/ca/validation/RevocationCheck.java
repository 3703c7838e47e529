package cairn.ca.validation;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.IssuingDistributionPointFields;
import cairn.ca.x509.Octets;
import cairn.ca.x509.RevocationListEntry;
import cairn.ca.x509.RevocationListExtension;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * Asks one full, direct revocation list about one certificate (RFC 5280 section 6.3.3). Everything that this does not
 * understand makes the answer undetermined, never good.
 */
public final class RevocationCheck {
    /** So many certificates of one name are tried as the signer. */
    static final int MAX_SIGNERS = 8;

    private static final int REMOVE_FROM_CRL = 8;

    /** Critical extensions of a list that are understood here (a delta list is refused by a rule of its own). */
    static final Set<String> UNDERSTOOD =
            Set.of("2.5.29.20", "2.5.29.27", "2.5.29.28", "2.5.29.35", "2.5.29.18", "2.5.29.46");

    /** Critical extensions of an entry that change nothing about whom it names. */
    static final Set<String> UNDERSTOOD_IN_ENTRIES = Set.of("2.5.29.21", "2.5.29.24");

    private final CertificateListOutline list;
    private final List<Certificate> issuers;
    private final Instant when;
    private final Optional<Duration> maxAge;

    /**
     * @param list the list to ask
     * @param issuers certificates of which one may have signed the list
     * @param when the point in time of the question
     * @param maxAge how old thisUpdate may be, where that is limited
     */
    public RevocationCheck(
            CertificateListOutline list, List<Certificate> issuers, Instant when, @Nullable Duration maxAge) {
        this.list = list;
        this.issuers = List.copyOf(issuers);
        this.when = when;
        this.maxAge = Optional.ofNullable(maxAge);
    }

    /** The answer for a certificate. */
    public RevocationStatus of(Certificate target) {
        Optional<RevocationStatus> obstacle =
                scope(target).or(this::understood).or(this::signature).or(this::time);
        return obstacle.orElseGet(() -> entry(target.holder().getSerialNumber()));
    }

    private Optional<RevocationStatus> scope(Certificate target) {
        if (!list.issuer().equals(target.issuer())
                && !list.issuer().name().equals(target.issuer().name())) {
            return no(
                    "issuer",
                    "The list was issued by " + list.issuer() + ", the certificate by " + target.issuer() + ".");
        }
        List<DistributionPoint> points;
        try {
            points = points(target);
        } catch (RuntimeException e) {
            return no("distribution-point", "The distribution points of the certificate cannot be read.");
        }
        if (!points.isEmpty() && points.stream().allMatch(p -> p.getCRLIssuer() != null)) {
            return no("indirect", "The certificate names another issuer for its revocation lists.");
        }
        return list.extension("2.5.29.28")
                .flatMap(RevocationListExtension::issuingDistributionPoint)
                .flatMap(point -> scope(point, target, points));
    }

    private static Optional<RevocationStatus> scope(
            IssuingDistributionPointFields point, Certificate target, List<DistributionPoint> points) {
        if (point.indirect() || point.someReasons()) {
            return no("partial", "The list is indirect or covers some reasons only.");
        }
        if (point.point().isPresent()
                && points.stream().noneMatch(p -> names(point.point().get(), p))) {
            return no("distribution-point", "The list is for a distribution point that the certificate does not name.");
        }
        boolean version1 = target.holder().getVersionNumber() < 3;
        return switch (point.scope()) {
            case ALL -> Optional.empty();
            case END_ENTITIES ->
                version1 || target.isAuthority()
                        ? no(
                                "scope",
                                "The list covers certificates of end entities only, and this one does not say that it"
                                        + " is one.")
                        : Optional.empty();
            case AUTHORITIES ->
                target.isAuthority()
                        ? Optional.empty()
                        : no("scope", "The list covers certificates of authorities only, and this one is not.");
            case ATTRIBUTES -> no("scope", "The list covers attribute certificates only.");
        };
    }

    private static List<DistributionPoint> points(Certificate target) {
        Optional<ASN1Encodable> value = target.extension(Extension.cRLDistributionPoints);
        return value.isEmpty()
                ? List.of()
                : List.of(CRLDistPoint.getInstance(value.get()).getDistributionPoints());
    }

    /** Whether the two name at least one place in common. */
    private static boolean names(Octets listPoint, DistributionPoint certificatePoint) {
        DistributionPointName other = certificatePoint.getDistributionPoint();
        if (other == null || other.getType() != DistributionPointName.FULL_NAME) {
            return false;
        }
        try {
            DistributionPointName own =
                    DistributionPointName.getInstance(ASN1TaggedObject.getInstance(listPoint.toArray()));
            if (own.getType() != DistributionPointName.FULL_NAME) {
                return false;
            }
            List<GeneralName> places =
                    List.of(GeneralNames.getInstance(own.getName()).getNames());
            return List.of(GeneralNames.getInstance(other.getName()).getNames()).stream()
                    .anyMatch(places::contains);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Optional<RevocationStatus> understood() {
        for (RevocationListExtension extension : list.extensions()) {
            if (extension.critical() && !UNDERSTOOD.contains(extension.oid())) {
                return no(
                        "unknown-critical",
                        "The list has the critical extension " + extension.oid() + ", which is not known here.");
            }
        }
        for (String oid : list.criticalEntryExtensions()) {
            if (!UNDERSTOOD_IN_ENTRIES.contains(oid)) {
                return no("unknown-critical", "An entry of the list has the critical extension " + oid + ".");
            }
        }
        return list.baseNumber().isPresent()
                ? no("delta", "The list is a delta list and says nothing without its base.")
                : Optional.empty();
    }

    private Optional<RevocationStatus> signature() {
        List<Certificate> named = issuers.stream()
                .filter(i -> i.subject().name().equals(list.issuer().name()))
                .toList();
        if (named.isEmpty()) {
            return no("no-issuer", "The certificate of the issuer of the list is not at hand.");
        }
        Optional<Certificate> signer = named.stream()
                .limit(MAX_SIGNERS)
                .filter(i -> list.isSignedBy(i.publicKey()))
                .findFirst();
        if (signer.isEmpty() && named.size() > MAX_SIGNERS) {
            return no("signature", untried(list.issuer(), named.size()));
        }
        if (signer.isEmpty()) {
            return no("signature", "The signature of the list was not made by a key of its issuer that is known here.");
        }
        return maySign(signer.get())
                ? Optional.empty()
                : no(
                        "issuer-usage",
                        "The key that signed the list may not sign revocation lists (keyUsage without" + " cRLSign).");
    }

    /** Says of an issuer with more certificates than are tried that not all of them were. */
    static String untried(DistinguishedName issuer, int known) {
        return known + " certificates of " + issuer + " are known here. The first " + MAX_SIGNERS
                + " did not make this signature, and the others were not tried.";
    }

    /** Whether keyUsage lets a key sign revocation lists; without keyUsage it may (RFC 5280 section 6.3.3 step f). */
    static boolean maySign(Certificate issuer) {
        return issuer.extension(Extension.keyUsage)
                .map(value -> KeyUsage.getInstance(value).hasUsages(KeyUsage.cRLSign))
                .orElse(true);
    }

    private Optional<RevocationStatus> time() {
        if (when.isBefore(list.thisUpdate())) {
            return late(
                    "future",
                    "The list is from the future by " + Dates.span(when, list.thisUpdate())
                            + ". Check the clock of this computer.");
        }
        if (list.nextUpdate().isEmpty()) {
            return late("no-next-update", "The list does not say when the next one comes.");
        }
        if (when.isAfter(list.nextUpdate().get())) {
            return late(
                    "expired",
                    "The list expired " + Dates.span(list.nextUpdate().get(), when) + " ago.");
        }
        return maxAge.isPresent() && list.thisUpdate().plus(maxAge.get()).isBefore(when)
                ? late("too-old", "The list is " + Dates.span(list.thisUpdate(), when) + " old.")
                : Optional.empty();
    }

    private RevocationStatus entry(BigInteger serial) {
        AtomicReference<RevocationListEntry> found = new AtomicReference<>();
        list.forEachEntry(entry -> {
            if (entry.serial().equals(serial)) {
                found.set(entry);
            }
        });
        RevocationListEntry entry = found.get();
        return entry == null || entry.reason().filter(r -> r == REMOVE_FROM_CRL).isPresent()
                ? new RevocationStatus.Good()
                : new RevocationStatus.Revoked(entry);
    }

    private static Optional<RevocationStatus> no(String reason, String words) {
        return Optional.of(new RevocationStatus.Undetermined(reason, words, false));
    }

    private static Optional<RevocationStatus> late(String reason, String words) {
        return Optional.of(new RevocationStatus.Undetermined(reason, words, true));
    }
}

package cairn.ca.issuance;

import cairn.ca.audit.AuthorityName;
import cairn.ca.profile.Kind;
import cairn.ca.profile.Profile;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.Validity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The authority's own rules, held against the issuer before shaping and against the finished certificate after it. They
 * do not trust the profile: whatever shaped the certificate, these must hold.
 */
final class IssuanceChecks {
    private IssuanceChecks() {}

    /** The issuer may sign what this profile makes, now. */
    static void requireIssuer(Issuer issuer, Profile profile, Instant now) throws IssuanceException.Refused {
        if (issuer.certificate().isEmpty()) {
            require(
                    profile.isSelfSigned(),
                    "profile-kind",
                    () -> "profile " + profile.name() + " makes no root, and authority " + issuer.name()
                            + " has no certificate yet");
            return;
        }
        requireIssuer(issuer.name(), issuer.certificate().get(), profile, now);
    }

    /** The authority with this certificate may sign what this profile makes, now. */
    static void requireIssuer(AuthorityName name, Certificate certificate, Profile profile, Instant now)
            throws IssuanceException.Refused {
        require(
                !profile.isSelfSigned(),
                "profile-kind",
                () -> "profile " + profile.name() + " makes a root, which signs itself; authority " + name
                        + " cannot sign it");
        Validity validity = certificate.validity();
        require(
                validity.contains(now),
                "issuer-validity",
                () -> "now, " + now + ", is outside the validity of authority " + name + ", which is "
                        + validity.notBefore() + " to " + validity.notAfter());
        KeyUsage usage = KeyUsage.fromExtensions(certificate.holder().getExtensions());
        require(
                certificate.isAuthority() && (usage == null || usage.hasUsages(KeyUsage.keyCertSign)),
                "issuer-usage",
                () -> "the certificate of authority " + name + " does not allow it to sign certificates");
        require(
                profile.kind() != Kind.AUTHORITY || !pathLength(certificate).equals(Optional.of(0L)),
                "profile-kind",
                () -> "authority " + name + " has path length 0 and so cannot sign an authority (profile "
                        + profile.name() + ")");
    }

    /** The finished certificate is what was ordered, dated from now on, and within the issuer's validity. */
    static void requireAsOrdered(IssuanceOrder order, SerialNumber serial, Certificate made, Instant now)
            throws IssuanceException.Refused {
        Issuer issuer = order.issuer();
        require(made.serialNumber().equals(serial), "shape", () -> "the serial number is not the reserved one");
        require(
                made.publicKey().equals(order.content().key()),
                "shape",
                () -> "the key in the certificate is not the one that was to be certified");
        require(
                made.holder()
                        .toASN1Structure()
                        .getTBSCertificate()
                        .getSignature()
                        .equals(issuer.algorithm().identifier()),
                "shape",
                () -> "the certificate names another algorithm than "
                        + issuer.algorithm().word());
        require(
                made.isAuthority() == (order.profile().kind() == Kind.AUTHORITY),
                "shape",
                () -> "the certificate is of another kind than profile "
                        + order.profile().name() + " says");
        if (issuer.certificate().isPresent()) {
            Certificate above = issuer.certificate().get();
            require(
                    made.issuer().equals(above.subject()),
                    "shape",
                    () -> "the issuer's name is not that of the authority");
            require(
                    !made.validity().notAfter().isAfter(above.validity().notAfter()),
                    "validity",
                    () -> "the certificate would end on " + made.validity().notAfter()
                            + ", after its issuer, which ends on "
                            + above.validity().notAfter());
        } else {
            require(
                    made.isSelfIssued() && made.publicKey().equals(issuer.publicKey()),
                    "shape",
                    () -> "a root certifies its own name and key");
        }
        Instant earliest = earliestStart(order, now);
        require(
                !made.validity().notBefore().isBefore(earliest),
                "backdating",
                () -> "the certificate would start on " + made.validity().notBefore()
                        + "; the earliest start that is no backdating is " + earliest);
    }

    /** Now, less what the profile allows for peers whose clock is slow. */
    static Instant earliestStart(IssuanceOrder order, Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).minus(order.profile().longestBackdating());
    }

    static IssuanceException.Refused outOfService(AuthorityName issuer) {
        return new IssuanceException.Refused(
                "issuer-state", "authority " + issuer + " is not in service, so it signs no certificates");
    }

    static IssuanceException.Refused authorityKey() {
        return new IssuanceException.Refused(
                "authority-key",
                "the key to be certified is the key of an authority of this workspace, or of one above it");
    }

    static IssuanceException.Refused blockedKey() {
        return new IssuanceException.Refused(
                "blocked-key", "the key to be certified is blocked, for its private half may be known to others");
    }

    /** A skip of a rule that does not exist is a typing error, and what was to be skipped is not. */
    static IssuanceException.Refused unknownRule(String rule) {
        return new IssuanceException.Refused("skip", "there is no lint rule " + rule + ", so it cannot be skipped");
    }

    private static Optional<Long> pathLength(Certificate certificate) {
        return certificate
                .extension(Extension.basicConstraints)
                .map(BasicConstraints::getInstance)
                .flatMap(constraints -> Optional.ofNullable(constraints.getPathLenConstraint()))
                .map(length -> length.longValue());
    }

    private static void require(boolean holds, String rule, Supplier<String> words) throws IssuanceException.Refused {
        if (!holds) {
            throw new IssuanceException.Refused(rule, words.get());
        }
    }
}

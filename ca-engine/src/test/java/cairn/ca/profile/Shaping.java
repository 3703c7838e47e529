package cairn.ca.profile;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;

/** Keys, issuers and requests for tests, and certificates signed with the keys. */
final class Shaping {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final KeyPair ROOT_KEY = ec("secp256r1");
    static final KeyPair ISSUING_KEY = ec("secp256r1");
    static final KeyPair SUBJECT_KEY = ec("secp256r1");

    private static long serial = 1000;

    private Shaping() {}

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SubjectPublicKey publicKey(KeyPair pair) {
        try {
            return SubjectPublicKey.ofDer(pair.getPublic().getEncoded());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    static DistinguishedName name(String rfc4514) {
        try {
            return DistinguishedName.parse(rfc4514);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static AlternativeName dns(String name) {
        try {
            return AlternativeName.dns(name);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static AlternativeName uri(String uri) {
        try {
            return AlternativeName.uri(uri);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Profile profile(String json) {
        try {
            return ProfileReader.read("test.json", json.getBytes(StandardCharsets.UTF_8));
        } catch (ProfileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Profile readyMade(String name) {
        return ReadyMadeProfiles.find(name).orElseThrow();
    }

    static RequestedContent request(String subject) {
        return RequestedContent.of(name(subject), publicKey(SUBJECT_KEY));
    }

    static ShapeRequest under(IssuerData issuer, RequestedContent content) {
        return new ShapeRequest(issuer, content, new SerialNumber(BigInteger.valueOf(++serial)), NOW);
    }

    static Certificate sign(Profile profile, ShapeRequest request, KeyPair key) throws ProfileRefusal {
        ToBeSigned shaped = profile.shape(request);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(shaped.encoded().toArray());
            return shaped.withSignature(signature.sign());
        } catch (GeneralSecurityException | MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Certificate root(String profile, String subject) throws ProfileRefusal {
        SubjectPublicKey key = publicKey(ROOT_KEY);
        IssuerData self = IssuerData.selfSigned(key, SignatureAlgorithm.ECDSA_SHA256);
        return sign(readyMade(profile), under(self, RequestedContent.of(name(subject), key)), ROOT_KEY);
    }

    static Certificate issuing(String profile, String subject, Certificate root) throws ProfileRefusal {
        return sign(
                readyMade(profile),
                under(issuer(root), RequestedContent.of(name(subject), publicKey(ISSUING_KEY))),
                ROOT_KEY);
    }

    static IssuerData issuer(Certificate certificate) {
        return IssuerData.of(certificate, SignatureAlgorithm.ECDSA_SHA256);
    }

    /** An issuer that lives long, for tests of single rules. */
    static IssuerData anyIssuer() {
        try {
            return issuer(root("root-ca", "CN=Test Root,O=Example"));
        } catch (ProfileRefusal e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attributes of a name in its order, such as {@code commonName=x}. */
    static String text(DistinguishedName name) {
        return SubjectText.of(name).entrySet().stream()
                .map(entry -> entry.getKey().word() + "=" + String.join("+", entry.getValue()))
                .collect(java.util.stream.Collectors.joining(","));
    }

    static String message(Throwable refusal) {
        return String.valueOf(refusal.getMessage());
    }

    static List<String> rules(ProfileRefusal refusal) {
        return refusal.reasons().stream().map(ProfileRefusal.Reason::rule).toList();
    }

    /** A profile of an end entity with these parts in place of empty ones. */
    static String json(String subject, String names, String validity, String extensions) {
        return """
                {"cairn-profile": 1, "name": "test", "kind": "end-entity", "keys": ["ec-p256"],
                 "subject": {"attributes": [%s], "unlisted": "refuse"},
                 "alternative-names": {"unlisted": "refuse"%s},
                 "validity": {%s},
                 "extensions": {%s}}
                """.formatted(subject, names, validity, extensions);
    }

    static final String COMMON_NAME = "{\"type\": \"commonName\", \"min\": 1}";
    static final String YEAR = "\"default\": \"365 days\", \"max\": \"365 days\"";
    static final String SIGNS = "\"key-usage\": [\"digitalSignature\"]";
}

package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7). */
public final class KeyView {
    private final Element element;
    private final AlgorithmView algorithm;
    private final Element bits;
    private @Nullable BigInteger modulus;
    private @Nullable BigInteger exponent;

    KeyView(Element element) throws MalformedException {
        List<Element> parts = element.children();
        if (!element.is(Tag.SEQUENCE)
                || parts.size() != 2
                || !parts.get(1).is(Tag.BIT_STRING)
                || parts.get(1).length() == 0) {
            throw new MalformedException("not a SubjectPublicKeyInfo", "offset " + element.offset());
        }
        this.element = element;
        this.algorithm = new AlgorithmView(parts.get(0));
        this.bits = parts.get(1);
        if (isRsa()) {
            try {
                List<Element> numbers = bits.inside(1).children();
                if (numbers.size() == 2) {
                    this.modulus = numbers.get(0).integer();
                    this.exponent = numbers.get(1).integer();
                }
            } catch (MalformedException e) {
                // Without its numbers the key fails the rule that asks for them.
                this.modulus = null;
            }
        }
    }

    /** The algorithm with its parameters. */
    public AlgorithmView algorithm() {
        return algorithm;
    }

    /** The BIT STRING: octet 0 counts the unused bits. */
    public Element bits() {
        return bits;
    }

    /** The whole, for comparing octets. */
    public Element element() {
        return element;
    }

    /** Whether it is an RSA key, also one for PSS only. */
    public boolean isRsa() {
        return algorithm.oid().equals(Oid.RSA_ENCRYPTION) || algorithm.oid().equals(Oid.RSASSA_PSS);
    }

    /** Whether it is a key on a Weierstrass curve. */
    public boolean isEc() {
        return algorithm.oid().equals(Oid.EC_PUBLIC_KEY);
    }

    /** The RSA modulus. */
    public Optional<BigInteger> modulus() {
        return Optional.ofNullable(modulus);
    }

    /** The RSA public exponent. */
    public Optional<BigInteger> exponent() {
        return Optional.ofNullable(exponent);
    }

    /** The named curve of an EC key. */
    public Optional<String> namedCurve() {
        if (!isEc()) {
            return Optional.empty();
        }
        return algorithm.parameters().filter(p -> p.is(Tag.OBJECT_IDENTIFIER)).map(p -> {
            try {
                return p.oid();
            } catch (MalformedException e) {
                return "";
            }
        });
    }

    /** 44, 65 or 87 for ML-DSA, else 0. */
    public int mlDsa() {
        return switch (Oid.below(Oid.NIST_SIGNATURES, algorithm.oid())) {
            case 17 -> 44;
            case 18 -> 65;
            case 19 -> 87;
            default -> 0;
        };
    }

    /** Whether it is an SLH-DSA key. */
    public boolean isSlhDsa() {
        int arc = Oid.below(Oid.NIST_SIGNATURES, algorithm.oid());
        return arc >= 20 && arc <= 31;
    }

    /** Whether it is a key for HashML-DSA. */
    public boolean isHashMlDsa() {
        int arc = Oid.below(Oid.NIST_SIGNATURES, algorithm.oid());
        return arc >= 32 && arc <= 34;
    }

    /** Whether it is a key for ML-KEM. */
    public boolean isMlKem() {
        int arc = Oid.below(Oid.NIST_KEMS, algorithm.oid());
        return arc >= 1 && arc <= 3;
    }
}

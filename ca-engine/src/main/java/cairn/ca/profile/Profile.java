package cairn.ca.profile;

import cairn.ca.x509.Fingerprint;

/**
 * A validated profile. Shaping is a pure function: no clock, no randomness, the same request gives the same octets.
 * Safe for use by several threads.
 */
public final class Profile {
    private final String name;
    private final Kind kind;
    private final Fingerprint digest;

    Profile(String name, Kind kind, Fingerprint digest) {
        this.name = name;
        this.kind = kind;
        this.digest = digest;
    }

    /** The name by which it is chosen. */
    public String name() {
        return name;
    }

    /** What it makes. */
    public Kind kind() {
        return kind;
    }

    /** The SHA-256 digest of the file that it was read from. */
    public Fingerprint digest() {
        return digest;
    }

    /** Whether it makes a root, which signs itself. */
    public boolean isSelfSigned() {
        throw new UnsupportedOperationException();
    }

    /** The certificate that a request becomes. */
    public ToBeSigned shape(ShapeRequest request) throws ProfileRefusal {
        throw new UnsupportedOperationException();
    }

    /** What a request asks for beside what it would become; never refuses, but says so. */
    public Comparison compare(ShapeRequest request) {
        throw new UnsupportedOperationException();
    }
}

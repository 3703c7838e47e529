package cairn.ca.profile;

import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;

/**
 * basicConstraints (RFC 5280 section 4.2.1.9), always critical.
 *
 * @param present whether a certificate that is no authority's has the extension, too
 * @param usual pathLenConstraint if the operator chooses none; empty for no constraint
 * @param most the largest that may be chosen; empty if none may be chosen
 */
record PathLengthRule(Kind kind, boolean present, Optional<Integer> usual, Optional<Integer> most) {
    private static final EncodedExtension END_ENTITY =
            EncodedExtension.of(Extension.basicConstraints, true, new BasicConstraints(false));
    private static final EncodedExtension UNLIMITED =
            EncodedExtension.of(Extension.basicConstraints, true, new BasicConstraints(true));
    private static final String FIELD = "path-length";

    void shape(Draft draft, boolean selfSigned) {
        Optional<Integer> chosen = draft.choices().pathLength();
        if (kind == Kind.END_ENTITY) {
            if (chosen.isPresent()) {
                draft.refuse(FIELD, "path-length", "only an authority has a path length");
            }
            if (present) {
                draft.extension(END_ENTITY);
            }
            return;
        }
        if (chosen.isPresent() && (chosen.get() < 0 || chosen.get() > most.orElse(-1))) {
            draft.refuse(
                    FIELD,
                    "path-length",
                    chosen.get() + " was chosen; "
                            + most.map(m -> "allowed are 0 to " + m).orElse("the profile leaves no choice"));
            return;
        }
        Optional<Integer> length = chosen.or(() -> usual);
        if (!selfSigned) {
            refuseBeyondIssuer(draft, length);
        }
        draft.extension(length.map(PathLengthRule::limited).orElse(UNLIMITED));
    }

    /** An authority below one with a path length has to have a smaller one (RFC 5280 section 6.1.4, steps l and m). */
    private static void refuseBeyondIssuer(Draft draft, Optional<Integer> length) {
        Optional<Integer> issuers = issuersLength(draft);
        if (issuers.isEmpty()) {
            return;
        }
        if (issuers.get() < 1) {
            draft.refuse(FIELD, "issuer-path-length", "the issuer's path length is 0: it may not certify an authority");
        } else if (length.isEmpty() || length.get() >= issuers.get()) {
            draft.refuse(
                    FIELD,
                    "issuer-path-length",
                    "the issuer's path length is " + issuers.get() + ", so this one has to be smaller");
        }
    }

    private static Optional<Integer> issuersLength(Draft draft) {
        return draft.issuer()
                .certificate()
                .flatMap(certificate -> certificate.extension(Extension.basicConstraints))
                .map(value -> BasicConstraints.getInstance(value).getPathLenConstraint())
                .map(length -> length.bitLength() > 30 ? Integer.MAX_VALUE : length.intValue());
    }

    private static EncodedExtension limited(int length) {
        return EncodedExtension.of(Extension.basicConstraints, true, new BasicConstraints(length));
    }
}

package cairn.ca.profile;

import cairn.ca.x509.Octets;
import cairn.ca.x509.Validity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Encodes a finished draft as a TBSCertificate (RFC 5280 section 4.1). */
final class ToBeSignedEncoder {
    private static final byte[] VERSION_3 = {(byte) 0xA0, 3, DerParts.INTEGER, 1, 2};
    private static final int EXTENSIONS = 0xA3;
    private static final int FIRST_UTC_YEAR = 1950;
    private static final int FIRST_GENERALIZED_YEAR = 2050;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'");
    private static final DateTimeFormatter GENERALIZED = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    private ToBeSignedEncoder() {}

    /** The certificate's octets without the signature; nothing may have been refused. */
    static ToBeSigned encode(Draft draft, Validity validity, boolean selfSigned) {
        ShapeRequest request = draft.request();
        IssuerData issuer = request.issuer();
        byte[] encoded = DerParts.element(
                DerParts.SEQUENCE,
                VERSION_3,
                DerParts.element(DerParts.INTEGER, request.serial().octets()),
                DerParts.algorithm(issuer.algorithm()),
                selfSigned ? draft.subjectName() : issuer.subject().encoded(),
                DerParts.element(DerParts.SEQUENCE, time(validity.notBefore()), time(validity.notAfter())),
                draft.subjectName(),
                request.requested().key().encoded(),
                extensions(draft.extensions()));
        return new ToBeSigned(Octets.of(encoded), issuer.algorithm(), request.serial(), validity);
    }

    private static byte[] extensions(List<EncodedExtension> extensions) {
        if (extensions.isEmpty()) {
            return new byte[0];
        }
        byte[][] encoded = new byte[extensions.size()][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = extensions.get(i).encoded();
        }
        return DerParts.element(EXTENSIONS, DerParts.element(DerParts.SEQUENCE, encoded));
    }

    /** UTCTime until 2049, GeneralizedTime from 2050 on (RFC 5280 section 4.1.2.5). */
    static byte[] time(Instant instant) {
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        boolean utc = at.getYear() >= FIRST_UTC_YEAR && at.getYear() < FIRST_GENERALIZED_YEAR;
        String text = (utc ? UTC : GENERALIZED).format(at);
        return DerParts.element(
                utc ? DerParts.UTC_TIME : DerParts.GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }
}

package cairn.ca.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers as profiles write them. */
final class ObjectIds {
    /** What to write. */
    static final String EXPECTED = "an object identifier such as 1.3.6.1.4.1.99999.1";

    private static final Pattern FORM =
            Pattern.compile("(0|1)\\.(0|[1-9]|[123][0-9])(\\.(0|[1-9][0-9]{0,38}))+|2(\\.(0|[1-9][0-9]{0,38}))+");
    private static final int LONGEST = 200;

    private ObjectIds() {}

    /** A dotted object identifier. */
    static Optional<ASN1ObjectIdentifier> parse(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? ASN1ObjectIdentifier.tryFromID(text) == null
                        ? Optional.empty()
                        : Optional.of(new ASN1ObjectIdentifier(text))
                : Optional.empty();
    }
}

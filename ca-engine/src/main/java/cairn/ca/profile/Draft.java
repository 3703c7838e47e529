package cairn.ca.profile;

import cairn.ca.x509.PlainText;
import cairn.ca.x509.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate in the making: the parts of the profile fill it in turn and say what they refuse. One thread only. */
final class Draft {
    private static final int MOST_REASONS = 100;

    private final ShapeRequest request;
    private final List<ProfileRefusal.Reason> reasons = new ArrayList<>();
    private final Map<AttributeType, List<String>> subject = new LinkedHashMap<>();
    private List<AlternativeName> names = List.of();
    private final List<EncodedExtension> extensions = new ArrayList<>();
    private byte[] subjectName = new byte[0];
    private @Nullable Validity validity;

    Draft(ShapeRequest request) {
        this.request = request;
    }

    ShapeRequest request() {
        return request;
    }

    IssuerData issuer() {
        return request.issuer();
    }

    RequestedContent requested() {
        return request.requested();
    }

    OperatorChoices choices() {
        return request.requested().choices();
    }

    void refuse(String field, String rule, String words) {
        if (reasons.size() < MOST_REASONS) {
            reasons.add(new ProfileRefusal.Reason(field, rule, PlainText.escape(words)));
        }
    }

    List<ProfileRefusal.Reason> reasons() {
        return reasons;
    }

    void attribute(AttributeType type, List<String> values) {
        subject.put(type, values);
    }

    /** The subject's values by type, in the order of the certificate. */
    Map<AttributeType, List<String>> subject() {
        return subject;
    }

    void subjectName(byte[] encoded) {
        this.subjectName = encoded;
    }

    /** The DER octets of the subject. */
    byte[] subjectName() {
        return subjectName;
    }

    void names(List<AlternativeName> accepted) {
        this.names = accepted;
    }

    List<AlternativeName> names() {
        return names;
    }

    void validity(Validity decided) {
        this.validity = decided;
    }

    /** Null if it was refused. */
    @Nullable
    Validity validity() {
        return validity;
    }

    void extension(EncodedExtension extension) {
        extensions.add(extension);
    }

    List<EncodedExtension> extensions() {
        return extensions;
    }
}

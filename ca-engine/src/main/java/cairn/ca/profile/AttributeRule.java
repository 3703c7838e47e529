package cairn.ca.profile;

import java.util.List;
import java.util.Optional;

/**
 * What one type of subject attribute may be.
 *
 * @param least how many values there must be
 * @param most how many there may be
 */
record AttributeRule(AttributeType type, int least, int most, Source source, TextRule text) {

    /**
     * Where values come from besides the request.
     *
     * @param fixed stands in place of whatever was asked for
     * @param otherwise is used if the request has none
     * @param sameAsIssuer if the issuer has this attribute, the value must be its value, which is filled in
     */
    record Source(Optional<Template> fixed, Optional<Template> otherwise, boolean sameAsIssuer) {}

    /** The field in refusals. */
    String field() {
        return "subject." + type.word();
    }

    /** The values for the certificate, given those that were asked for. */
    List<String> shape(List<String> asked, Draft draft) {
        List<String> values = source(asked, draft);
        if (values.size() < least) {
            draft.refuse(field(), "attribute-required", missing(values.size()));
        }
        if (values.size() > most) {
            draft.refuse(field(), "attribute-count", values.size() + " values; at most " + most + " are allowed");
        }
        for (String value : values) {
            text.objection(value)
                    .or(() -> type.objection(value))
                    .ifPresent(words -> draft.refuse(field(), "attribute-value", "\"" + value + "\": " + words));
        }
        return values;
    }

    private List<String> source(List<String> asked, Draft draft) {
        if (source.fixed().isPresent()) {
            return expanded(source.fixed().get(), draft);
        }
        List<String> values = asked;
        if (values.isEmpty() && source.otherwise().isPresent()) {
            values = expanded(source.otherwise().get(), draft);
        }
        return source.sameAsIssuer() ? issuers(values, draft) : values;
    }

    private List<String> issuers(List<String> values, Draft draft) {
        List<String> issuers = SubjectText.values(draft.issuer().subject(), type);
        if (issuers.isEmpty()) {
            return values;
        }
        if (!values.isEmpty() && !values.equals(issuers)) {
            draft.refuse(field(), "same-as-issuer", values + " differs from the issuer's " + issuers);
        }
        return issuers;
    }

    private static List<String> expanded(Template template, Draft draft) {
        return template.expand(draft.choices().variables()).map(List::of).orElse(List.of());
    }

    private String missing(int found) {
        String words = least == 1 ? "it is required" : least + " values are required and there are " + found;
        List<String> variables =
                source.fixed().or(source::otherwise).map(Template::variables).orElse(List.of());
        return variables.isEmpty() ? words : words + "; give the variable " + String.join(", ", variables);
    }
}

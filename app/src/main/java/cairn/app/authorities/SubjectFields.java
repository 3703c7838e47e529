package cairn.app.authorities;

import cairn.app.fx.form.Field;
import cairn.app.fx.text.Texts;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A subject as separate fields, and the distinguished name that they compose (RFC 4514). */
final class SubjectFields {
    private static final String ESCAPED = ",+\"\\<>;=";
    private static final int MOST_COMMON_NAME = 64;

    final Field commonName;
    final Field organization;
    final Field unit;
    final Field country;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private @Nullable DistinguishedName kept;

    SubjectFields(Texts texts) {
        commonName = new Field(
                "",
                value -> value.isBlank()
                        ? texts.get("fault.common-name")
                        : value.strip().length() > MOST_COMMON_NAME ? texts.get("fault.long", MOST_COMMON_NAME) : "");
        organization = new Field("", value -> tooLong(texts, value));
        unit = new Field("", value -> tooLong(texts, value));
        country = new Field(
                "", value -> value.isBlank() || value.strip().matches("[A-Za-z]{2}") ? "" : texts.get("fault.country"));
        for (Field field : List.of(commonName, organization, unit, country)) {
            field.value().subscribe(value -> text.set(compose()));
        }
    }

    private static String tooLong(Texts texts, String value) {
        return value.strip().length() > MOST_COMMON_NAME ? texts.get("fault.long", MOST_COMMON_NAME) : "";
    }

    /** The name as it will stand in the certificate; empty while nothing is filled in. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Takes this name as it is. */
    void keep(DistinguishedName name) {
        kept = name;
        text.set(name.toString());
    }

    /** Whether the name was taken as it is. */
    boolean isKept() {
        return kept != null;
    }

    /** The name; empty where it cannot be one. */
    Optional<DistinguishedName> name() {
        if (kept != null) {
            return Optional.of(kept);
        }
        try {
            return text.get().isEmpty() ? Optional.empty() : Optional.of(DistinguishedName.parse(text.get()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    boolean check() {
        return isKept() || Field.checkAll(commonName, organization, unit, country);
    }

    private String compose() {
        List<String> parts = new ArrayList<>();
        add(parts, "CN", commonName.text());
        add(parts, "OU", unit.text());
        add(parts, "O", organization.text());
        add(parts, "C", country.text().toUpperCase(Locale.ROOT));
        return String.join(",", parts);
    }

    private static void add(List<String> parts, String type, String value) {
        if (!value.isEmpty()) {
            parts.add(type + "=" + escape(value));
        }
    }

    /** RFC 4514 section 2.4; blanks around a value are cut off before. */
    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (ESCAPED.indexOf(c) >= 0 || (i == 0 && c == '#')) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}

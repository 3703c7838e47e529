package cairn.app.cli;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event's fields as the journal has them: octets in base64, numbers of certificates and digests in hexadecimal. */
final class EventFields {
    private EventFields() {}

    static Map<String, Object> of(AuditEvent event) {
        return fields((Record) event);
    }

    private static Map<String, Object> fields(Record value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                Object form = form(component.getAccessor().invoke(value));
                if (form != null) {
                    fields.put(component.getName(), form);
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a public record can be read: " + value.getClass(), e);
            }
        }
        return fields;
    }

    private static @Nullable Object form(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Octets octets -> Base64.getEncoder().encodeToString(octets.toArray());
            case Fingerprint digest -> digest.hex();
            case SerialNumber number -> number.hex();
            case AuthorityName name -> name.text();
            case Optional<?> maybe -> form(maybe.orElse(null));
            case Collection<?> many -> many.stream().map(EventFields::form).toList();
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> number;
            case cairn.ca.audit.IntentId intent -> intent.toString();
            case Record record -> fields(record);
            default -> value.toString();
        };
    }
}

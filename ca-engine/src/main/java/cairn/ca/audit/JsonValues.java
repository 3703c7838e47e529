package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the {@link JsonValue} of a record component's type. */
final class JsonValues {
    private static final Map<Class<?>, JsonValue> PLAIN = Map.ofEntries(
            Map.entry(String.class, JsonValue.text(JsonValues::wellFormed, s -> s)),
            Map.entry(Instant.class, JsonValue.text(Instant::toString, Instant::parse)),
            Map.entry(BigInteger.class, JsonValue.text(BigInteger::toString, BigInteger::new)),
            Map.entry(Fingerprint.class, JsonValue.text(Fingerprint::hex, Fingerprint::new)),
            Map.entry(SerialNumber.class, JsonValue.text(SerialNumber::hex, SerialNumber::ofHex)),
            Map.entry(AuthorityName.class, JsonValue.text(AuthorityName::text, AuthorityName::new)),
            Map.entry(IntentId.class, JsonValue.text(IntentId::toString, s -> new IntentId(UUID.fromString(s)))),
            Map.entry(Octets.class, new Base64()),
            Map.entry(int.class, new WholeNumber(true)),
            Map.entry(long.class, new WholeNumber(false)),
            Map.entry(boolean.class, new Truth()));

    private JsonValues() {}

    static JsonValue of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            JsonValue content = of(parameterized.getActualTypeArguments()[0]);
            if (parameterized.getRawType() == Optional.class) {
                return JsonValue.optional(content);
            }
            if (parameterized.getRawType() == List.class || parameterized.getRawType() == Set.class) {
                return JsonValue.many(content, parameterized.getRawType() == Set.class);
            }
        }
        if (type instanceof Class<?> plain) {
            JsonValue known = PLAIN.get(plain);
            if (known != null) {
                return known;
            }
            if (plain.isEnum()) {
                return word(plain);
            }
            if (plain.isRecord()) {
                return new RecordValue(plain);
            }
        }
        throw new IllegalArgumentException("no form in the journal for " + type);
    }

    /** The text, with U+FFFD in the place of each half of a surrogate pair that stands alone and has no UTF-8 form. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static JsonValue word(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return JsonValue.text(constant -> ((Enum<?>) constant).name(), name -> {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("unknown word " + name);
        });
    }

    private static final class Base64 implements JsonValue {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeBinary(((Octets) value).toArray());
        }

        @Override
        public Object read(JsonParser json) throws IOException {
            JsonValue.require(json, JsonToken.VALUE_STRING);
            // Not the parser's own reading, which overlooks blanks and superfluous bits.
            String text = json.getText();
            byte[] octets;
            try {
                octets = java.util.Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw new IOException("not base64: " + e.getMessage(), e);
            }
            if (!java.util.Base64.getEncoder().encodeToString(octets).equals(text)) {
                throw new IOException("not in the form in which it is written: " + text);
            }
            return Octets.of(octets);
        }
    }

    private static final class WholeNumber implements JsonValue {
        private final boolean small;

        WholeNumber(boolean small) {
            this.small = small;
        }

        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber(((Number) value).longValue());
        }

        @Override
        public Object read(JsonParser json) throws IOException {
            JsonValue.require(json, JsonToken.VALUE_NUMBER_INT);
            if (small) {
                return json.getIntValue();
            }
            return json.getLongValue();
        }
    }

    private static final class Truth implements JsonValue {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_TRUE && json.currentToken() != JsonToken.VALUE_FALSE) {
                throw new IOException("neither true nor false");
            }
            return json.getBooleanValue();
        }
    }
}

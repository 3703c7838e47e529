package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Events of every type with any content: what is written is read, and another reader of JSON sees the same values. */
final class EventRoundTripTest {
    private static final Class<?>[] TYPES = AuditEvent.class.getPermittedSubclasses();
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        " ",
        "\"",
        "\\",
        "/",
        "\n",
        "\r",
        "\t",
        "\b",
        "\f",
        "\u0000",
        "\u001F",
        "\u007F",
        "\u0085",
        "é",
        "\u2028",
        "\uFEFF",
        "\uFFFF",
        "✂",
        "\uD83D\uDE00",
        "\uDBFF\uDFFF",
        "</script>",
        "'",
        "%",
        "_"
    };

    private final EntryCodec codec = new EntryCodec();

    @Property(tries = 1500)
    void whatIsWrittenIsRead(@ForAll @IntRange(min = 0, max = 10_000) int type, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Class<?> chosen = TYPES[type % TYPES.length];
        AuditEvent event = (AuditEvent) value(chosen, random);
        Instant time = instant(random);
        EntryCodec.Line line = new EntryCodec.Line(
                random.nextLong(), time, random.nextBoolean() ? time : time.plusNanos(1000), text(random), event);
        byte[] octets = codec.encode(line);
        assertEquals(line, codec.decode(octets, 0, octets.length));
        assertFalse(new String(octets, StandardCharsets.ISO_8859_1).contains("\n"), "an entry is one line");
    }

    @Property(tries = 500)
    void anotherReaderSeesTheSameValues(@ForAll @IntRange(min = 0, max = 10_000) int type, @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        AuditEvent event = (AuditEvent) value(TYPES[type % TYPES.length], random);
        assertShown(event, new ObjectMapper().readTree(event.json()));
    }

    @Property(tries = 300)
    void anEntryInsideALargerArrayIsReadFromItsOwnOctets(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        AuditEvent event = (AuditEvent) value(TYPES[random.nextInt(TYPES.length)], random);
        EntryCodec.Line line = new EntryCodec.Line(1, Examples.TIME, Examples.TIME, "ann", event);
        byte[] octets = codec.encode(line);
        int before = random.nextInt(40);
        byte[] larger = new byte[before + octets.length + random.nextInt(40)];
        random.nextBytes(larger);
        System.arraycopy(octets, 0, larger, before, octets.length);
        assertEquals(line, codec.decode(larger, before, octets.length));
    }

    /** Compares with values that are taken out of the record, in the form that the documentation of the journal names. */
    private static void assertShown(Object record, JsonNode object) throws ReflectiveOperationException {
        int shown = 0;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            boolean none = value.equals(Optional.empty()) || value.equals(List.of()) || value.equals(Set.of());
            assertEquals(!none, object.has(component.getName()), component.getName());
            if (!none) {
                shown++;
                assertNode(value, object.get(component.getName()));
            }
        }
        assertEquals(shown, object.size());
    }

    private static void assertNode(Object value, JsonNode node) throws ReflectiveOperationException {
        switch (value) {
            case Optional<?> optional -> assertNode(optional.orElseThrow(), node);
            case Octets octets -> assertEquals(Base64.getEncoder().encodeToString(octets.toArray()), node.textValue());
            case SerialNumber serial -> assertEquals(serial.value(), new BigInteger(node.textValue(), 16));
            case Boolean truth -> assertEquals(truth, node.booleanValue());
            case Integer number -> assertTrue(node.isIntegralNumber() && node.intValue() == number);
            case Long number -> assertTrue(node.isIntegralNumber() && node.longValue() == number);
            case Instant instant -> assertEquals(instant, Instant.parse(node.textValue()));
            case Set<?> set -> {
                List<String> sorted = set.stream().map(String::valueOf).sorted().toList();
                for (int i = 0; i < sorted.size(); i++) {
                    assertEquals(sorted.get(i), node.get(i).textValue());
                }
                assertEquals(sorted.size(), node.size());
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    assertNode(list.get(i), node.get(i));
                }
                assertEquals(list.size(), node.size());
            }
            case Fingerprint digest -> assertEquals(digest.hex(), node.textValue());
            case AuthorityName name -> assertEquals(name.text(), node.textValue());
            case IntentId id -> assertEquals(id.value(), UUID.fromString(node.textValue()));
            case Record nested -> assertShown(nested, node);
            default -> assertEquals(value.toString(), node.textValue());
        }
    }

    private static Object value(Type type, Random random) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType parameterized) {
            Type content = parameterized.getActualTypeArguments()[0];
            if (parameterized.getRawType() == Optional.class) {
                return random.nextBoolean() ? Optional.of(value(content, random)) : Optional.empty();
            }
            List<Object> values = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                values.add(value(content, random));
            }
            return parameterized.getRawType() == Set.class ? new HashSet<>(values) : values;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        return switch (plain.getSimpleName()) {
            case "String" -> text(random);
            case "int" -> random.nextInt();
            case "long" -> random.nextLong();
            case "boolean" -> random.nextBoolean();
            case "Instant" -> instant(random);
            case "BigInteger" ->
                new BigInteger(random.nextInt(200), random).multiply(BigInteger.valueOf(-1 + 2L * random.nextInt(2)));
            case "Octets" -> Octets.of(octets(random, random.nextInt(70)));
            case "Fingerprint" -> Fingerprint.ofDigest(octets(random, 32));
            case "SerialNumber" ->
                new SerialNumber(new BigInteger(1 + random.nextInt(158), random).add(BigInteger.ONE));
            case "AuthorityName" -> new AuthorityName("a" + "-9z".substring(random.nextInt(3)));
            case "IntentId" -> new IntentId(new UUID(random.nextLong(), random.nextLong()));
            case "KeyReference" -> Examples.KEY;
            default -> record(plain, random);
        };
    }

    private static Object record(Class<?> type, Random random) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), random);
            types[i] = components[i].getType();
        }
        return type.getConstructor(types).newInstance(values);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static Instant instant(Random random) {
        long second = random.nextLong(Instant.parse("-0001-01-01T00:00:00Z").getEpochSecond(), 253_402_300_800L);
        return Instant.ofEpochSecond(second, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private static byte[] octets(Random random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }
}

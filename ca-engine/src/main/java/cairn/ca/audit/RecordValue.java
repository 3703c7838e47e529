package cairn.ca.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as an object with a member for each component; members that mean "none" are left out. */
final class RecordValue implements JsonValue {
    private final String type;
    private final SerializableString[] names;
    private final JsonValue[] values;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;
    private final Map<String, Integer> places = new HashMap<>();

    RecordValue(Class<?> type) {
        this.type = type.getSimpleName();
        RecordComponent[] components = type.getRecordComponents();
        int count = components.length;
        names = new SerializableString[count];
        values = new JsonValue[count];
        accessors = new MethodHandle[count];
        Class<?>[] parameters = new Class<?>[count];
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            for (int i = 0; i < count; i++) {
                RecordComponent component = components[i];
                names[i] = new SerializedString(component.getName());
                values[i] = JsonValues.of(component.getGenericType());
                accessors[i] = lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                parameters[i] = component.getType();
                places.put(component.getName(), i);
            }
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, count)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record can be read: " + type, e);
        }
    }

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            Object component = get(accessors[i], value);
            if (!values[i].isAbsent(component)) {
                json.writeFieldName(names[i]);
                values[i].write(json, component);
            }
        }
        json.writeEndObject();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonValue.require(json, JsonToken.START_OBJECT);
        @Nullable Object[] arguments = new @Nullable Object[names.length];
        String name = json.nextFieldName();
        while (name != null) {
            Integer place = places.get(name);
            if (place == null) {
                throw new IOException(type + " has no field " + name + " that this version of Cairn knows");
            }
            if (arguments[place] != null) {
                throw new IOException(type + " has the field " + name + " twice");
            }
            json.nextToken();
            arguments[place] = values[place].read(json);
            name = json.nextFieldName();
        }
        JsonValue.require(json, JsonToken.END_OBJECT);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == null) {
                arguments[i] = values[i].absent();
            }
            if (arguments[i] == null) {
                throw new IOException(type + " lacks the field " + names[i].getValue());
            }
        }
        return make(arguments);
    }

    private static Object get(MethodHandle accessor, Object value) {
        try {
            return accessor.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            // A method handle declares Throwable; an accessor throws nothing checked.
            throw new IllegalStateException(e);
        }
    }

    private Object make(@Nullable Object[] arguments) throws IOException {
        try {
            return constructor.invokeExact(arguments);
        } catch (IllegalArgumentException e) {
            throw new IOException(type + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            // A method handle declares Throwable; a record's constructor throws nothing checked.
            throw new IllegalStateException(e);
        }
    }
}

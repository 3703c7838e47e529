package cairn.hsm.cryptoki;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The names that PKCS#11 gives its numbers; vendors' own numbers have none and appear as {@code 0x…}. */
public final class Names {
    private static final Map<String, Map<Long, String>> BY_KIND = read();

    private Names() {}

    /** The CKM_ name of a mechanism. */
    public static String mechanism(long type) {
        return name("CKM", type);
    }

    /** The CKA_ name of an attribute. */
    public static String attribute(long type) {
        return name("CKA", type);
    }

    /** The CKK_ name of a key type. */
    public static String keyType(long type) {
        return name("CKK", type);
    }

    /** The CKO_ name of an object class. */
    public static String objectClass(long type) {
        return name("CKO", type);
    }

    static String name(String kind, long number) {
        String name = Objects.requireNonNull(BY_KIND.get(kind)).get(number);
        return name == null ? "0x" + Long.toHexString(number) : kind + "_" + name;
    }

    private static Map<String, Map<Long, String>> read() {
        Map<String, Map<Long, String>> names = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("names.txt"), "names.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    names.computeIfAbsent(parts[0], kind -> new HashMap<>()).put(Long.decode(parts[1]), parts[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of PKCS#11 names cannot be read", e);
        }
        return names;
    }
}

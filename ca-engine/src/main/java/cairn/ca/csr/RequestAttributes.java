package cairn.ca.csr;

import cairn.ca.x509.DerReader;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extensions;

/** The attributes of a request: which there are, and the requested extensions. Values of others are not kept. */
final class RequestAttributes {
    static final String CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7";
    static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

    /** The same under the number that old Microsoft clients write. */
    static final String MICROSOFT_EXTENSION_REQUEST = "1.3.6.1.4.1.311.2.1.14";

    static final RequestAttributes NONE = new RequestAttributes(List.of(), Optional.empty());

    private static final int MAX_ATTRIBUTES = 64;
    private static final int MAX_EXTENSIONS = 256;

    private final List<String> types;
    private final Optional<Extensions> extensions;

    private RequestAttributes(List<String> types, Optional<Extensions> extensions) {
        this.types = types;
        this.extensions = extensions;
    }

    /** Reads the content of {@code [0] attributes}. */
    static RequestAttributes read(DerReader set) throws MalformedException {
        List<String> types = new ArrayList<>();
        Optional<Extensions> extensions = Optional.empty();
        boolean requested = false;
        while (set.hasMore()) {
            if (types.size() >= MAX_ATTRIBUTES) {
                throw set.malformed("more than " + MAX_ATTRIBUTES + " attributes");
            }
            DerReader attribute = set.enter(DerReader.SEQUENCE, "an attribute");
            String type = attribute.oid("the type of an attribute");
            types.add(type);
            DerReader values = attribute.enter(DerReader.SET, "the values of an attribute");
            attribute.finish();
            if (type.equals(EXTENSION_REQUEST) || type.equals(MICROSOFT_EXTENSION_REQUEST)) {
                if (requested) {
                    throw attribute.malformed("extensions are requested twice; which of them count is not defined");
                }
                requested = true;
                extensions = extensions(values);
            }
        }
        return new RequestAttributes(List.copyOf(types), extensions);
    }

    private static Optional<Extensions> extensions(DerReader values) throws MalformedException {
        byte[] element = values.element("the requested extensions");
        values.finish();
        DerReader all =
                DerReader.of(element, "the requested extensions").enter(DerReader.SEQUENCE, "the requested extensions");
        Set<String> seen = new HashSet<>();
        while (all.hasMore()) {
            DerReader one = all.enter(DerReader.SEQUENCE, "a requested extension");
            String oid = one.oid("the identifier of a requested extension");
            if (one.nextIs(DerReader.BOOLEAN)) {
                // A request that spells out FALSE is common and harmless: nothing of it is copied.
                one.bool(DerReader.BOOLEAN, "critical");
            }
            one.skip(DerReader.OCTET_STRING, "the value of a requested extension");
            one.finish();
            if (!seen.add(oid) || seen.size() > MAX_EXTENSIONS) {
                throw all.malformed(
                        "extension " + oid + " is requested twice, or there are more than " + MAX_EXTENSIONS);
            }
        }
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Extensions.getInstance(element));
        } catch (RuntimeException e) {
            throw new MalformedException("the requested extensions cannot be read", "attribute extensionRequest", e);
        }
    }

    List<String> types() {
        return types;
    }

    Optional<Extensions> extensions() {
        return extensions;
    }
}

package cairn.ca.profile;

import cairn.ca.x509.DistinguishedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;

/** The values of a name as plain text. */
final class SubjectText {
    private SubjectText() {}

    /** All values by type, in the order of the name. */
    static Map<AttributeType, List<String>> of(DistinguishedName name) {
        Map<AttributeType, List<String>> values = new LinkedHashMap<>();
        for (RDN rdn : name.name().getRDNs()) {
            for (AttributeTypeAndValue pair : rdn.getTypesAndValues()) {
                values.computeIfAbsent(AttributeType.of(pair.getType()), t -> new ArrayList<>(1))
                        .add(text(pair.getValue()));
            }
        }
        return values;
    }

    /** The values of one type. */
    static List<String> values(DistinguishedName name, AttributeType type) {
        List<String> values = new ArrayList<>(1);
        for (RDN rdn : name.name().getRDNs()) {
            for (AttributeTypeAndValue pair : rdn.getTypesAndValues()) {
                if (pair.getType().equals(type.oid())) {
                    values.add(text(pair.getValue()));
                }
            }
        }
        return values;
    }

    /** A value that is no string is shown by its octets, which no sane pattern takes for a name. */
    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string
                ? string.getString()
                : "#" + java.util.HexFormat.of().formatHex(DerParts.encode(value));
    }
}

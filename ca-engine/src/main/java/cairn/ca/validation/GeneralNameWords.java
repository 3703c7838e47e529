package cairn.ca.validation;

import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.PlainText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/** Alternative names in words. */
final class GeneralNameWords {
    private static final int SHOWN = 50;

    private GeneralNameWords() {}

    static String of(GeneralNames names) {
        GeneralName[] all = names.getNames();
        List<String> words =
                Stream.of(all).limit(SHOWN).map(GeneralNameWords::of).toList();
        return String.join(", ", words) + (all.length > SHOWN ? " and " + (all.length - SHOWN) + " more" : "");
    }

    static String of(GeneralName name) {
        return PlainText.escape(
                switch (name.getTagNo()) {
                    case GeneralName.rfc822Name -> "mail " + text(name);
                    case GeneralName.dNSName -> "DNS " + text(name);
                    case GeneralName.uniformResourceIdentifier -> "URI " + text(name);
                    case GeneralName.directoryName ->
                        "name " + DistinguishedName.of(X500Name.getInstance(name.getName()));
                    case GeneralName.iPAddress -> "IP " + address(name);
                    case GeneralName.registeredID -> "object " + name.getName();
                    case GeneralName.otherName ->
                        "other name " + OtherName.getInstance(name.getName()).getTypeID();
                    default -> "a name of form " + name.getTagNo();
                });
    }

    private static String text(GeneralName name) {
        return name.getName() instanceof ASN1String string ? string.getString() : "?";
    }

    private static String address(GeneralName name) {
        byte[] octets = ASN1OctetString.getInstance(name.getName()).getOctets();
        return switch (octets.length) {
            case 8, 32 -> {
                int half = octets.length / 2;
                yield address(octets, 0, half) + "/" + address(octets, half, octets.length);
            }
            case 4, 16 -> address(octets, 0, octets.length);
            default -> HexFormat.of().formatHex(octets);
        };
    }

    /** Four decimal numbers, or eight hexadecimal ones. */
    private static String address(byte[] octets, int from, int to) {
        List<String> parts = new ArrayList<>();
        boolean four = to - from == 4;
        for (int i = from; i < to; i += four ? 1 : 2) {
            int high = octets[i] & 0xFF;
            parts.add(four ? "" + high : Integer.toHexString((high << 8) | (octets[i + 1] & 0xFF)));
        }
        return String.join(four ? "." : ":", parts);
    }
}

package cairn.ca.validation;

import cairn.ca.x509.AddressText;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.PlainText;
import java.util.Arrays;
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
        try {
            if (octets.length == 8 || octets.length == 32) {
                int half = octets.length / 2;
                return AddressText.format(Arrays.copyOf(octets, half)) + "/"
                        + AddressText.format(Arrays.copyOfRange(octets, half, octets.length));
            }
            return AddressText.format(octets);
        } catch (MalformedException e) {
            return HexFormat.of().formatHex(octets);
        }
    }
}

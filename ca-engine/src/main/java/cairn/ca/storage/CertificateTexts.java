package cairn.ca.storage;

import cairn.ca.x509.AddressText;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.PlainText;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/** The texts by which a certificate is listed and searched. Never fails: what cannot be read is shown as such. */
final class CertificateTexts {
    static final int MOST_SUBJECT = 20_000;
    static final int MOST_NAMES = 200_000;
    private static final String UNREADABLE = "(unreadable)";

    private CertificateTexts() {}

    static String subject(Certificate certificate) {
        return cut(certificate.subject().toString(), MOST_SUBJECT);
    }

    /** Subject alternative names, one a line, such as {@code DNS:a.example}. */
    static String names(Certificate certificate) {
        try {
            StringJoiner lines = new StringJoiner("\n");
            certificate
                    .extension(Extension.subjectAlternativeName)
                    .map(value -> GeneralNames.getInstance(value).getNames())
                    .ifPresent(names -> {
                        for (GeneralName name : names) {
                            lines.add(PlainText.escape(text(name)));
                        }
                    });
            return cut(lines.toString(), MOST_NAMES);
        } catch (IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    /** What a search looks through. */
    static String search(String subject, String names, String owner, String tags) {
        return String.join("\n", List.of(subject, names, owner, tags)).toLowerCase(Locale.ROOT);
    }

    private static String text(GeneralName name) {
        ASN1Encodable value = name.getName();
        return switch (name.getTagNo()) {
            case GeneralName.dNSName -> "DNS:" + string(value);
            case GeneralName.rfc822Name -> "email:" + string(value);
            case GeneralName.uniformResourceIdentifier -> "URI:" + string(value);
            case GeneralName.iPAddress ->
                "IP:" + address(ASN1OctetString.getInstance(value).getOctets());
            case GeneralName.directoryName -> "DirName:" + DistinguishedName.of(X500Name.getInstance(value));
            case GeneralName.registeredID -> "RID:" + value;
            case GeneralName.otherName ->
                "otherName:" + OtherName.getInstance(value).getTypeID();
            default -> "other:" + name.getTagNo();
        };
    }

    private static String string(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : UNREADABLE;
    }

    private static String address(byte[] octets) {
        try {
            return AddressText.format(octets);
        } catch (MalformedException e) {
            return HexFormat.of().formatHex(octets);
        }
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}

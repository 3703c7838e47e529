package cairn.ca.csr;

import cairn.ca.x509.CertificateStructure;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.PlainText;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;

/** Names that fool a reader, a spreadsheet, a shell or a file system are let through with a warning, shown harmless. */
final class SubjectRule implements RequestRule {
    /** ub-common-name and its brothers (RFC 5280 appendix A.1). */
    private static final int MAX_CHARACTERS = 64;

    private static final int MAX_ATTRIBUTES = 64;
    private static final String NAME = "RFC 5280 section 4.1.2.6";

    @Override
    public void check(CertificationRequest request, Consumer<Finding> findings) {
        try {
            CertificateStructure.checkName(request.subject());
        } catch (MalformedException e) {
            findings.accept(
                    Finding.error("subject.malformed", NAME, e.where(), "The subject is malformed: " + e.what() + "."));
            return;
        }
        RDN[] rdns = request.subject().name().getRDNs();
        if (rdns.length > MAX_ATTRIBUTES) {
            findings.accept(Finding.error(
                    "subject.size",
                    NAME,
                    "subject",
                    "The subject has " + rdns.length + " parts; at most " + MAX_ATTRIBUTES + " are accepted."));
            return;
        }
        boolean altNames = request.requestedExtensions()
                .map(e -> e.getExtension(Extension.subjectAlternativeName) != null)
                .orElse(false);
        if (rdns.length == 0 && !altNames) {
            findings.accept(Finding.warning(
                    "subject.empty",
                    NAME,
                    "subject",
                    "The request names nobody: its subject is empty and it asks for no alternative name. A profile that"
                            + " takes the name from the request will refuse it."));
        }
        for (RDN rdn : rdns) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                attribute(attribute, findings);
            }
        }
    }

    private static void attribute(AttributeTypeAndValue attribute, Consumer<Finding> findings) {
        String title = BCStyle.INSTANCE.oidToDisplayName(attribute.getType());
        String where = "subject " + (title == null ? attribute.getType().getId() : title);
        ASN1Encodable value = attribute.getValue();
        if (!(value instanceof ASN1String string)) {
            findings.accept(Finding.warning("subject.not-text", NAME, where, "The value of " + where + " is no text."));
            return;
        }
        String text = string.getString();
        if (isPlain(text)) {
            return;
        }
        Set<String> unsafe = new TreeSet<>();
        text.codePoints().filter(PlainText::isUnsafe).limit(100).forEach(c -> unsafe.add(String.format("U+%04X", c)));
        if (!unsafe.isEmpty()) {
            findings.accept(Finding.warning(
                    "subject.unsafe-character",
                    "RFC 5280 section 7.1; Unicode Technical Report 36",
                    where,
                    "The value holds characters that cannot be seen or turn the text around ("
                            + String.join(", ", unsafe) + "). It is shown as: " + shown(text)));
        }
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            findings.accept(Finding.warning(
                    "subject.length",
                    "RFC 5280 appendix A.1",
                    where,
                    "The value has more than " + MAX_CHARACTERS + " characters: " + shown(text)));
        }
        if (text.matches("(?s)[=+@-].*|.*[<>].*|.*\\.\\.[/\\\\].*")) {
            findings.accept(Finding.warning(
                    "subject.active-text",
                    "OWASP CSV injection; CWE-22; CWE-79",
                    where,
                    "The value looks like a formula, a path or mark-up to other programs: " + shown(text)));
        }
        if (isMixed(text)) {
            findings.accept(Finding.warning(
                    "subject.mixed-scripts",
                    "Unicode Technical Standard 39 section 5",
                    where,
                    "The value mixes Latin letters with look-alikes of another script: " + shown(text)));
        }
    }

    /** Most names are made of nothing that could be odd, and are not looked at further. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!word && (c != '-' || i == 0) && c != ' ' && c != '_' && c != ':') {
                return false;
            }
        }
        return text.length() <= MAX_CHARACTERS;
    }

    private static boolean isMixed(String text) {
        Set<Character.UnicodeScript> scripts = new TreeSet<>();
        text.codePoints()
                .filter(Character::isLetter)
                .limit(1000)
                .forEach(c -> scripts.add(Character.UnicodeScript.of(c)));
        return scripts.contains(Character.UnicodeScript.LATIN)
                && (scripts.contains(Character.UnicodeScript.CYRILLIC)
                        || scripts.contains(Character.UnicodeScript.GREEK));
    }

    private static String shown(String text) {
        String safe = PlainText.escape(text);
        return safe.length() <= 200 ? safe : safe.substring(0, 200) + "...";
    }
}

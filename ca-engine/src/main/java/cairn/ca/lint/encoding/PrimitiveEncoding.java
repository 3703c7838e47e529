package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;
import java.util.List;

/** Booleans, integers, bit strings, nulls and sets have their one DER form. */
final class PrimitiveEncoding extends CertificateRule {
    private static final int MAX_DEPTH = 32;

    PrimitiveEncoding() {
        super(
                "x690.primitive-encoding",
                "X.690 sections 8.3, 10 and 11; RFC 5280 section 4.1",
                Severity.ERROR,
                "Booleans, integers, bit strings, nulls and sets have their one DER form");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        walk(certificate.root(), 0, report);
        for (ExtensionView extension : certificate.extensions().all()) {
            extension.value().ifPresent(value -> walk(value, 0, report));
        }
        if (certificate.key().isRsa()) {
            certificate.key().rsaNumbers().ifPresent(numbers -> walk(numbers, 0, report));
        }
    }

    private static void walk(Element element, int depth, Report report) {
        if (!element.isConstructed()) {
            if (isBad(element)) {
                report.add("offset " + element.offset(), Tag.name(element.tag()) + " not in DER form");
            }
            return;
        }
        if (depth == MAX_DEPTH) {
            report.add("offset " + element.offset(), "elements are nested more than " + MAX_DEPTH + " deep");
            return;
        }
        List<Element> children = element.childrenOrNone();
        if (children.isEmpty() && element.length() > 0) {
            report.add("offset " + element.offset(), "what is inside is not in DER form");
        }
        for (int i = 0; i < children.size(); i++) {
            if (i > 0 && element.is(Tag.SET) && children.get(i - 1).compareEncoded(children.get(i)) > 0) {
                report.add("offset " + element.offset(), "a SET OF whose members are not in DER order");
            }
            walk(children.get(i), depth + 1, report);
        }
    }

    private static boolean isBad(Element element) {
        int length = element.length();
        return switch (element.tag()) {
            case Tag.BOOLEAN -> length != 1 || (element.octet(0) != 0 && element.octet(0) != 0xFF);
            case Tag.NULL -> length != 0;
            case Tag.INTEGER, Tag.ENUMERATED ->
                length == 0
                        || (length > 1
                                && ((element.octet(0) == 0 && element.octet(1) < 0x80)
                                        || (element.octet(0) == 0xFF && element.octet(1) >= 0x80)));
            case Tag.BIT_STRING ->
                length == 0
                        || element.octet(0) > 7
                        || (element.octet(0) > 0
                                && (length == 1 || (element.octet(length - 1) & ((1 << element.octet(0)) - 1)) != 0));
            case Tag.OBJECT_IDENTIFIER -> isBadIdentifier(element);
            default -> false;
        };
    }

    private static boolean isBadIdentifier(Element element) {
        boolean start = true;
        for (int i = 0; i < element.length(); i++) {
            if (start && element.octet(i) == 0x80) {
                return true;
            }
            start = element.octet(i) < 0x80;
        }
        return element.length() == 0 || !start;
    }
}

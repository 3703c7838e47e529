package cairn.ca.lint.name;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.NameView;
import java.util.function.Predicate;

/** Asks one question of every attribute of both names. */
final class Attributes {
    private Attributes() {}

    /** Reports {@code words} for every attribute of issuer and subject that is {@code bad}. */
    static void report(CertificateView certificate, Report report, String words, Predicate<AttributeView> bad) {
        report("issuer", certificate.issuer(), report, words, bad);
        report("subject", certificate.subject(), report, words, bad);
    }

    private static void report(String where, NameView name, Report report, String words, Predicate<AttributeView> bad) {
        for (AttributeView attribute : name.attributes()) {
            if (bad.test(attribute)) {
                report.add(where + " " + attribute.oid(), "'" + shorten(attribute.text()) + "' " + words);
            }
        }
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}

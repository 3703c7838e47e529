package cairn.ca.lint.alternative;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import java.util.List;
import java.util.function.Predicate;

/** Asks one question of every alternative name of subject and issuer. */
final class AltNames {
    private AltNames() {}

    /** Reports {@code words} for every name of that kind that is {@code bad}. */
    static void report(CertificateView certificate, int kind, Report report, String words, Predicate<String> bad) {
        reportAny(certificate, report, words, name -> name.is(kind) && bad.test(name.text()));
    }

    /** Reports {@code words} for every name that is {@code bad}. */
    static void reportAny(CertificateView certificate, Report report, String words, Predicate<GeneralNameView> bad) {
        report("subjectAltName", certificate.extensions().subjectAltNames(), report, words, bad);
        report("issuerAltName", certificate.extensions().issuerAltNames(), report, words, bad);
    }

    private static void report(
            String where, List<GeneralNameView> names, Report report, String words, Predicate<GeneralNameView> bad) {
        for (int i = 0; i < names.size(); i++) {
            GeneralNameView name = names.get(i);
            if (bad.test(name)) {
                String text =
                        name.text().length() <= 100 ? name.text() : name.text().substring(0, 97) + "...";
                report.add(where + " " + name.kindWord() + " " + (i + 1), "'" + text + "' " + words);
            }
        }
    }
}

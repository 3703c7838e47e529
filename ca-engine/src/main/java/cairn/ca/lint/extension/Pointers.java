package cairn.ca.lint.extension;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.AccessDescriptionView;
import cairn.ca.lint.view.CertificateExtensions;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.DistributionPointView;
import cairn.ca.lint.view.GeneralNameView;
import java.util.function.Predicate;

/** Asks one question of every URI by which a certificate points to something. */
final class Pointers {
    private Pointers() {}

    /** Reports {@code words} for every URI that is {@code bad}. */
    static void report(CertificateView certificate, Report report, String words, Predicate<String> bad) {
        CertificateExtensions extensions = certificate.extensions();
        for (DistributionPointView point : extensions.crlDistributionPoints()) {
            point.names().forEach(name -> report("cRLDistributionPoints", name, report, words, bad));
        }
        for (DistributionPointView point : extensions.freshestCrl()) {
            point.names().forEach(name -> report("freshestCRL", name, report, words, bad));
        }
        for (AccessDescriptionView access : extensions.authorityInfoAccess()) {
            report("authorityInfoAccess", access.location(), report, words, bad);
        }
        for (AccessDescriptionView access : extensions.subjectInfoAccess()) {
            report("subjectInfoAccess", access.location(), report, words, bad);
        }
    }

    private static void report(String where, GeneralNameView name, Report report, String words, Predicate<String> bad) {
        if (name.is(GeneralNameView.URI) && bad.test(name.text())) {
            report.add(where, "'" + name.text() + "' " + words);
        }
    }
}

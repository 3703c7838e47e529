package cairn.app.crash;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Linter;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;
import java.util.List;

/** A linter whose one rule complains of nothing and tells that linting is under way. */
final class WatchedLinter {
    private WatchedLinter() {}

    static Linter over(Observer observer) {
        return new Linter(List.of(new OfCertificate(observer)), List.of(new OfList(observer)), List.of());
    }

    private static final class OfCertificate extends CertificateRule {
        private final Observer observer;

        OfCertificate(Observer observer) {
            super("test.certificate", "none", Severity.WARNING, "A certificate is linted");
            this.observer = observer;
        }

        @Override
        public void check(CertificateView certificate, LintContext context, Report report) {
            observer.reached(Step.LINTED);
        }
    }

    private static final class OfList extends CrlRule {
        private final Observer observer;

        OfList(Observer observer) {
            super("test.list", "none", Severity.WARNING, "A list is linted");
            this.observer = observer;
        }

        @Override
        public void check(CrlView list, LintContext context, Report report) {
            observer.reached(Step.LIST_LINTED);
        }
    }
}

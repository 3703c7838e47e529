package cairn.ca.lint.extension;

import cairn.ca.lint.syntax.Mailbox;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

/** An rfc822Name or URI subtree is an address, a host, or a domain with a leading dot. */
final class SubtreeMail extends SubtreeRule {
    SubtreeMail() {
        super(
                "rfc5280.subtree-mail",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "An rfc822Name or URI subtree is an address, a host, or a domain with a leading dot",
                "is neither an address nor a host nor a domain");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return (subtree.base().is(GeneralNameView.MAIL) || subtree.base().is(GeneralNameView.URI))
                && !isForm(subtree.base().text());
    }

    private static boolean isForm(String text) {
        // A dot alone is "every domain" and an empty text "any", as programs read them.
        return text.isEmpty()
                || text.equals(".")
                || (text.indexOf('@') > 0 && Mailbox.isAddress(text))
                || Mailbox.isDomain(text.startsWith(".") ? text.substring(1) : text);
    }
}

package cairn.ca.lint.device;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.NameView;
import cairn.ca.lint.view.Oid;
import java.util.Optional;

/** Finds the vendor and product identifiers of Matter in a name: as attributes, or inside the common name. */
final class MatterIds {
    /** Only so many characters of a common name are searched. */
    private static final int SEARCHED = 64;

    private MatterIds() {}

    /** The vendor identifier as it is written. */
    static Optional<String> vendor(NameView name) {
        return find(name, Oid.MATTER_VENDOR_ID, "Mvid:");
    }

    /** The product identifier as it is written. */
    static Optional<String> product(NameView name) {
        return find(name, Oid.MATTER_PRODUCT_ID, "Mpid:");
    }

    /** Whether it is four digits of upper-case hexadecimal. */
    static boolean isProper(String id) {
        return id.length() == 4 && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
    }

    private static Optional<String> find(NameView name, String oid, String prefix) {
        Optional<String> attribute = name.first(oid).map(AttributeView::text);
        if (attribute.isPresent()) {
            return attribute;
        }
        String common = name.first(Oid.COMMON_NAME).map(AttributeView::text).orElse("");
        String searched = common.substring(0, Math.min(SEARCHED, common.length()));
        int at = searched.indexOf(prefix);
        int from = at + prefix.length();
        return at < 0 ? Optional.empty() : Optional.of(searched.substring(from, Math.min(from + 4, searched.length())));
    }
}

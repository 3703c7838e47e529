package cairn.ca.lint.view;

/**
 * One attribute of a distinguished name.
 *
 * @param oid its type
 * @param value its value as it is encoded
 * @param text its value as text
 */
public record AttributeView(String oid, Element value, String text) {}

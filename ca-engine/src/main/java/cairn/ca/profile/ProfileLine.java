package cairn.ca.profile;

/**
 * One thing that a profile says.
 *
 * @param field what of the certificate it is about, such as {@code subject.commonName}
 * @param words what the profile says of it
 */
public record ProfileLine(String field, String words) {}

package cairn.ca.profile;

/**
 * A variable of a profile, written <code>${name}</code> in it; its value comes with the request.
 *
 * @param name its name
 * @param purpose in words, what its value becomes in the certificate
 * @param required whether nothing is issued without it
 */
public record Variable(String name, String purpose, boolean required) {}

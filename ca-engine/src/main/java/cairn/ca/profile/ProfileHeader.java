package cairn.ca.profile;

import cairn.ca.x509.Fingerprint;
import java.util.Set;

/**
 * What a profile says of itself.
 *
 * @param selfSigned whether it makes roots
 * @param lintTags which rules for kinds of certificates apply; see {@link cairn.ca.lint.LintTag}
 * @param digest of the file
 */
record ProfileHeader(
        String name,
        String title,
        String description,
        Kind kind,
        boolean selfSigned,
        Set<String> lintTags,
        Fingerprint digest) {
    ProfileHeader {
        lintTags = Set.copyOf(lintTags);
    }
}

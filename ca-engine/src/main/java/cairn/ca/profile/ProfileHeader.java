package cairn.ca.profile;

import cairn.ca.x509.Fingerprint;

/**
 * What a profile says of itself.
 *
 * @param selfSigned whether it makes roots
 * @param digest of the file
 */
record ProfileHeader(
        String name, String title, String description, Kind kind, boolean selfSigned, Fingerprint digest) {}

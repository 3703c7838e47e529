/** Rules for the certificates of devices: Matter attestation and IEEE 802.1AR; a tag of the profile switches them on. */
@NullMarked
package cairn.ca.lint.device;

import org.jspecify.annotations.NullMarked;

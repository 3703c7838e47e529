/**
 * Vendor quirks as data, keyed by manufacturer and model. Holds no flow.
 */
@NullMarked
package cairn.hsm.vendor;

import org.jspecify.annotations.NullMarked;

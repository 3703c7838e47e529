/**
 * The register: the database adapters of the ports, rebuilt from the journal at any time. Decides nothing.
 */
@NullMarked
package cairn.ca.storage;

import org.jspecify.annotations.NullMarked;

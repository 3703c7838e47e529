/**
 * Writing certificates, chains, lists and key stores to files that others read.
 */
@NullMarked
package cairn.ca.publication;

import org.jspecify.annotations.NullMarked;

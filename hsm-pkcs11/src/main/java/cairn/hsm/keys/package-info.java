/**
 * Finding and generating key pairs, attribute templates, rules for labels and identifiers, proof of attributes.
 */
@NullMarked
package cairn.hsm.keys;

import org.jspecify.annotations.NullMarked;

/**
 * PINs from where a program may take them without a person: a checked file, an open descriptor, a service credential.
 */
@NullMarked
package cairn.hsm.pin;

import org.jspecify.annotations.NullMarked;

/**
 * A PKCS#11 3.2 module written in Java that serves the real C interface, with faults on demand. Its layouts and numbers
 * are written down from the standard a second time, so that it is an independent check of the product's binding.
 */
@NullMarked
package cairn.testkit.pkcs11;

import org.jspecify.annotations.NullMarked;

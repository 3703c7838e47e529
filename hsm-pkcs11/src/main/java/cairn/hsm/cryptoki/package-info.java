/**
 * The native binding (java.lang.foreign) and the constants of PKCS#11. Never leaves this module.
 */
@NullMarked
package cairn.hsm.cryptoki;

import org.jspecify.annotations.NullMarked;

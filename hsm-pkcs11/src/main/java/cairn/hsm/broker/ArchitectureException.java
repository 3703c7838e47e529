package cairn.hsm.broker;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a class does not keep a rule of the house, and why. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface ArchitectureException {
    /** The rule's name. */
    String rule();

    /** Why it does not apply here. */
    String reason();
}

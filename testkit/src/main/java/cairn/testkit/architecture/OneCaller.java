package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;

/** A method of a library is called from one class only, which hides it from the rest. */
public final class OneCaller implements HouseRule {
    private final String owner;
    private final String method;
    private final String caller;

    /**
     * @param owner the class that has the method
     * @param caller the one class that may call it
     */
    public OneCaller(String owner, String method, String caller) {
        this.owner = owner;
        this.method = method;
        this.caller = caller;
    }

    @Override
    public String name() {
        return owner + "." + method + " is called from " + caller + " only";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .filter(javaClass -> !javaClass.getName().equals(caller))
                .flatMap(javaClass -> javaClass.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getName().equals(owner)
                        && access.getTarget().getName().equals(method))
                .map(JavaAccess::getDescription)
                .sorted()
                .toList();
    }
}

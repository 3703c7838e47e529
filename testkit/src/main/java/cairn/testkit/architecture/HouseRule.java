package cairn.testkit.architecture;

import java.util.List;

/** One rule of the house. */
public interface HouseRule {
    /** A short name, which an {@code ArchitectureException} may cite. */
    String name();

    /** Every breach of the rule, one sentence each with the place; empty if the code keeps it. */
    List<String> violations(ModuleCode code);
}

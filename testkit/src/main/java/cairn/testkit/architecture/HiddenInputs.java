package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Time, randomness and threads are handed in; only the composition root takes them from the system. */
public final class HiddenInputs implements HouseRule {
    private static final String CONSTRUCTOR = "<init>";

    private static final Set<String> CALENDAR_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    /** Forbidden whatever the arguments. */
    private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis")),
            Map.entry(
                    "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.security.SecureRandom", Set.of(CONSTRUCTOR, "getInstance", "getInstanceStrong")),
            Map.entry("java.util.Random", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.SplittableRandom", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.random.RandomGenerator", Set.of("of", "getDefault")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("org.bouncycastle.crypto.CryptoServicesRegistrar", Set.of("getSecureRandom")),
            Map.entry("java.lang.Thread", Set.of(CONSTRUCTOR, "ofPlatform", "ofVirtual", "startVirtualThread")),
            Map.entry("java.util.Timer", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.concurrent.ForkJoinPool", Set.of(CONSTRUCTOR, "commonPool")),
            Map.entry("java.util.concurrent.ThreadPoolExecutor", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.concurrent.ScheduledThreadPoolExecutor", Set.of(CONSTRUCTOR)));

    /** Forbidden without arguments. */
    private static final Map<String, String> WITHOUT_ARGUMENTS =
            Map.of("java.util.Date", CONSTRUCTOR, "java.util.GregorianCalendar", CONSTRUCTOR);

    private final List<String> composition;

    /** @param composition packages that hand these things out, with all below them */
    public HiddenInputs(List<String> composition) {
        this.composition = List.copyOf(composition);
    }

    @Override
    public String name() {
        return "time, randomness and threads are handed in";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .filter(javaClass -> !Packages.isAtOrBelowAny(javaClass, composition))
                .filter(javaClass -> !Exemption.covers(javaClass, name()))
                .flatMap(javaClass -> javaClass.getAccessesFromSelf().stream())
                .filter(HiddenInputs::isHidden)
                .map(JavaAccess::getDescription)
                .sorted()
                .toList();
    }

    private static boolean isHidden(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        if (CALENDAR_TYPES.contains(owner) && member.equals("now")) {
            return parameters(access).stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
        }
        if (owner.equals("java.util.concurrent.Executors")) {
            return member.startsWith("new") || member.equals("defaultThreadFactory");
        }
        if (owner.equals("java.util.concurrent.CompletableFuture") && member.endsWith("Async")) {
            return parameters(access).stream()
                    .noneMatch(type -> type.getName().equals("java.util.concurrent.Executor"));
        }
        return MEMBERS.getOrDefault(owner, Set.of()).contains(member)
                || (member.equals(WITHOUT_ARGUMENTS.getOrDefault(owner, ""))
                        && parameters(access).isEmpty());
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target ? target.getRawParameterTypes() : List.of();
    }
}

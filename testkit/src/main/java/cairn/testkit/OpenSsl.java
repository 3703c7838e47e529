package cairn.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The {@code openssl} program, the first of the independent judges. */
public final class OpenSsl {
    private static final Pattern VERSION = Pattern.compile("OpenSSL (\\d+)\\.(\\d+)");

    private OpenSsl() {}

    /** The program; the test is skipped where it is not installed. */
    public static ExternalTool require() {
        return ExternalTool.require("openssl", "openssl");
    }

    /** The program in at least this version; the test is skipped otherwise. ML-DSA for instance came with 3.5. */
    public static ExternalTool require(int major, int minor) {
        ExternalTool tool = require();
        String version = tool.expectSuccess("version").text();
        Matcher numbers = VERSION.matcher(version);
        boolean recent = numbers.find()
                && Integer.parseInt(numbers.group(1)) * 1000 + Integer.parseInt(numbers.group(2))
                        >= major * 1000 + minor;
        Assumptions.assumeTrue(
                recent,
                () -> "Skipped: needs OpenSSL " + major + "." + minor + ", and this is " + version.strip() + ".");
        return tool;
    }
}

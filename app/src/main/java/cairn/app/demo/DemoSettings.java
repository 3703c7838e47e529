package cairn.app.demo;

import cairn.app.session.TokenSettings;
import cairn.hsm.token.PinSource;
import java.nio.file.Path;

/**
 * What the demonstration works on.
 *
 * @param out where certificates, chains, lists and the summary go
 * @param token holds the authorities' keys
 * @param authorities what they are called
 * @param devices how many device certificates
 * @param servicesWanted how many service certificates
 */
public record DemoSettings(
        Path out, TokenSettings token, DemoAuthorities authorities, PinSource pins, int devices, int servicesWanted) {}

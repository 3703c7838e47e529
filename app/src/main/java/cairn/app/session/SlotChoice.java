package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the slot whose token is to be initialised. */
record SlotChoice(Path library, TokenModule module) {
    /** What is in the slot now: it says how long a PIN may be. */
    TokenInfo target(long slot, boolean erase) throws TokenException, Problem {
        List<TokenModule.SlotInfo> slots = module.slots();
        String list = "'cairn token list --module " + library + "' shows the slots.";
        if (slot == TokenModule.FIRST_UNINITIALIZED) {
            return slots.stream()
                    .filter(found -> !found.initialized())
                    .flatMap(found -> Optional.ofNullable(found.token()).stream())
                    .findFirst()
                    .orElseThrow(() -> absent(
                            "The library has no token that is not initialised yet.",
                            library.toString(),
                            list + " --slot N with --erase takes one that is initialised, and destroys its keys."));
        }
        TokenModule.SlotInfo found = slots.stream()
                .filter(each -> each.slotId() == slot)
                .findFirst()
                .orElseThrow(() -> absent(
                        "The library has no such slot.",
                        "slot " + slot + " of " + library + "; it has "
                                + slots.stream()
                                        .map(each -> String.valueOf(each.slotId()))
                                        .collect(Collectors.joining(", ")),
                        list));
        TokenInfo token = found.token();
        if (token == null) {
            throw absent("There is no token in this slot.", "slot " + slot + " of " + library, "Insert one. " + list);
        }
        if (found.initialized() && !erase) {
            throw Problem.refused(
                    "T-13",
                    "The token in this slot is initialised already.",
                    "slot " + slot + " of " + library,
                    "Nothing was done. --erase destroys all its keys for good.");
        }
        return token;
    }

    private static Problem absent(String what, String where, String whatToDo) {
        return new Problem("T-2", ExitCode.TOKEN, what, where, whatToDo);
    }
}

package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class BoundedWordsTest {
    @Test
    void wordsThatFitStayAsTheyAre() {
        String most = "a".repeat(BoundedWords.MOST);
        assertEquals(most, BoundedWords.of(most));
        assertEquals("", BoundedWords.of(""));
    }

    @Test
    void whatIsTooLongEndsWithAnEllipsisBehindAWholeCharacter() {
        assertEquals("a".repeat(BoundedWords.MOST - 1) + "\u2026", BoundedWords.of("a".repeat(BoundedWords.MOST + 1)));
        String pair = "\uD83D\uDE00";
        String cut = BoundedWords.of("a".repeat(BoundedWords.MOST - 2) + pair.repeat(9));
        assertEquals("a".repeat(BoundedWords.MOST - 2) + "\u2026", cut);
    }
}

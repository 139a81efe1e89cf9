package com.autoclipr.render.fonts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoinedScriptsTest {
    @Test
    void joinedWordsKeepTheirSpacesAndDigits() {
        List<Cluster> clusters = Cluster.of("a سل 1b");
        assertEquals(
                List.of(false, false, true, true, true, true, false),
                JoinedScripts.joined(clusters));
        assertEquals(Set.of("arabic"), JoinedScripts.names(clusters));
    }

    @Test
    void lettersUnderALineAreSpacedAsBrowsersDo() {
        assertEquals(Set.of(), JoinedScripts.names(Cluster.of("नमस्ते abc 漢字")));
        assertEquals(
                Set.of("adlam", "mongolian", "nko", "syriac"),
                JoinedScripts.names(Cluster.of("ܫܠ ߒߞ ᠮᠣ \uD83A\uDD00")));
    }
}

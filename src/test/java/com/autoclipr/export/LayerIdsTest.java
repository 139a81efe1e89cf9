package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.messages.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Layers are named by id and pointer.
class LayerIdsTest {
    private static final Project PROJECT =
            ProjectReader.read(
                            """
                            {"version": 1, "canvas": {"width": 320, "height": 180},
                             "cut": {"end": 1}, "layers": [
                               {"type": "text", "text": "a"},
                               {"type": "text", "text": "b", "id": "title"}]}
                            """
                                    .getBytes(StandardCharsets.UTF_8))
                    .project()
                    .orElseThrow();
    private static final LayerIds IDS = LayerIds.of(PROJECT);

    private static Decision replaced(String layer) {
        return Decision.of(DecisionKind.FONT_SUBSTITUTED)
                .with(Fact.LAYER, layer)
                .with(Fact.FAMILY, "Mine")
                .with(Fact.FONT, "Inter");
    }

    @Test
    void eventsThatNameALayerHaveItsId() {
        Decision decision = replaced("/layers/1").with(Fact.LAYER_ID, "title");
        assertEquals(
                new ExportEvent.Decided(decision),
                IDS.in(new ExportEvent.Decided(replaced("/layers/1"))));
        Failure failure = Failure.of(FailureKind.MEDIA_UNSUPPORTED).with(Fact.LAYER, "/layers/0");
        Failure known = failure.with(Fact.LAYER_ID, "layer-0");
        assertEquals(
                new ExportEvent.Failed(known, List.of()),
                IDS.in(new ExportEvent.Failed(failure, List.of())));
        assertEquals(
                new ExportEvent.Retried(Optional.of(3), 1, known),
                IDS.in(new ExportEvent.Retried(Optional.of(3), 1, failure)));
    }

    @Test
    void whatNamesNoLayerStaysAsItIs() {
        ExportEvent event = new ExportEvent.AudioDone(false, 12);
        assertEquals(event, IDS.in(event));
        assertEquals(replaced("/layers/1"), LayerIds.NONE.in(replaced("/layers/1")));
    }

    @Test
    void aSentenceHasTheIdThatTheFileGives() {
        Sentences english = Sentences.in(Locale.US);
        assertEquals(
                english.of(replaced("title (/layers/1)")),
                english.of(IDS.in(replaced("/layers/1"))));
        assertEquals(english.of(replaced("/layers/0")), english.of(IDS.in(replaced("/layers/0"))));
    }
}

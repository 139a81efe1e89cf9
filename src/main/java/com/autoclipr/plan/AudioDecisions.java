package com.autoclipr.plan;

import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.Sources;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decisions about the selection of audio tracks.
final class AudioDecisions {
    /// About the default track.
    private static final Set<DecisionKind> OF_DEFAULT =
            EnumSet.of(
                    DecisionKind.STREAM_SELECTED,
                    DecisionKind.AUDIO_STREAMS_MERGED,
                    DecisionKind.AUDIO_LAYERS_IGNORED);

    private AudioDecisions() {}

    /// Whether a decision made when a file was probed concerns the project. One about the default
    /// track doesn't if every layer selects another one.
    static boolean matters(Decision decision, String src, Project project) {
        boolean ofDefault =
                OF_DEFAULT.contains(decision.kind())
                        && !"video".equals(decision.facts().get(Fact.TYPE));
        return !ofDefault
                || project.layers().stream()
                        .filter(layer -> layer.source().filter(src::equals).isPresent())
                        .anyMatch(layer -> layer.audioTrack().isEmpty());
    }

    /// The selected track of each layer with a language that several tracks have.
    static List<Decision> amongLanguages(Project project, Sources sources) {
        List<Decision> decisions = new ArrayList<>();
        for (Layer layer : project.layers()) {
            Optional<String> track = layer.audioTrack();
            if (track.isEmpty()) {
                continue;
            }
            String src = layer.source().orElseThrow();
            long count = sources.get(src).facts().candidates(track.get());
            List<AudioFacts> heard = sources.get(src).facts().audio(track);
            if (count > 1 && heard.size() == 1) {
                decisions.add(
                        Decision.of(DecisionKind.STREAM_SELECTED)
                                .with(Fact.LAYER, layer.pointer())
                                .with(Fact.FILE, src)
                                .with(Fact.TYPE, "audio")
                                .with(Fact.STREAM, String.valueOf(heard.getFirst().streamIndex()))
                                .with(Fact.COUNT, String.valueOf(count))
                                .with(Fact.TRACK, heard.getFirst().label().describe()));
            }
        }
        return decisions;
    }
}

package com.autoclipr.libav.audio;

import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_IAMF_AUDIO_ELEMENT;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_IAMF_MIX_PRESENTATION;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_chlayout;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_int;

import com.autoclipr.libav.input.InputFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/// The programmes of IAMF (Eclipsa) audio, in MP4 or raw: an audio element is one programme, whose
/// channels are in several mono and stereo streams; a mix presentation combines one or more
/// elements.
///
/// A scalable element has layers with increasing numbers of channels, all but the first coded as
/// differences. The base layer is a downmix of the whole programme and is used; the others are
/// ignored.
final class IamfAudio {
    /// The tracks of the file, and streams that belong to none.
    ///
    /// @param leftOut indices of streams that refine a layer that is used
    record Found(List<SourceTrack> sounds, Set<Integer> leftOut) {}

    /// A group of streams in the container.
    private record Element(AVStreamGroup group, SourceTrack sound, Set<Integer> streams) {}

    private final InputFile input;
    private final TrackLabels labels;
    private final Set<Integer> usable = new HashSet<>();
    private final Set<Integer> leftOut = new LinkedHashSet<>();

    /// @param usable audio streams that can be decoded
    IamfAudio(InputFile input, TrackLabels labels, List<AVStream> usable) {
        this.input = input;
        this.labels = labels;
        usable.forEach(stream -> this.usable.add(stream.index()));
    }

    Found find() {
        List<Element> elements = new ArrayList<>();
        List<AVStreamGroup> presentations = new ArrayList<>();
        for (int i = 0; i < input.context().nb_stream_groups(); i++) {
            AVStreamGroup group = input.context().stream_groups(i);
            if (group.type() == AV_STREAM_GROUP_PARAMS_IAMF_MIX_PRESENTATION) {
                presentations.add(group);
            } else if (group.type() == AV_STREAM_GROUP_PARAMS_IAMF_AUDIO_ELEMENT
                    && usable.containsAll(indices(group))) {
                addElement(group, elements);
            }
        }
        Set<SourceTrack> sounds = new LinkedHashSet<>();
        Set<Integer> presented = new HashSet<>();
        for (AVStreamGroup presentation : presentations) {
            Set<Integer> streams = indices(presentation);
            List<Element> mixed =
                    elements.stream().filter(e -> streams.containsAll(e.streams)).toList();
            mixed.forEach(element -> presented.addAll(element.streams));
            if (mixed.size() == 1) {
                sounds.add(mixed.getFirst().sound);
            } else if (!mixed.isEmpty()) {
                sounds.add(sum(presentation, mixed));
            }
        }
        elements.stream()
                .filter(element -> !presented.containsAll(element.streams))
                .forEach(element -> sounds.add(element.sound));
        return new Found(List.copyOf(sounds), Set.copyOf(leftOut));
    }

    /// The streams that have to be read for `stream`: in MP4, all of its track.
    static Set<Integer> readWith(InputFile input, int stream) {
        Set<Integer> together = new HashSet<>(Set.of(stream));
        for (int i = 0; i < input.context().nb_stream_groups(); i++) {
            AVStreamGroup group = input.context().stream_groups(i);
            if (group.type() == AV_STREAM_GROUP_PARAMS_IAMF_AUDIO_ELEMENT
                    || group.type() == AV_STREAM_GROUP_PARAMS_IAMF_MIX_PRESENTATION) {
                Set<Integer> streams = indices(group);
                if (streams.contains(stream)) {
                    together.addAll(streams);
                }
            }
        }
        return together;
    }

    private SourceTrack sum(AVStreamGroup presentation, List<Element> elements) {
        List<SourceTrack> parts = elements.stream().map(Element::sound).toList();
        String layout =
                String.join(" & ", parts.stream().map(sound -> sound.label().layout()).toList());
        AVStream first = parts.getFirst().stream();
        return new SourceTrack(
                first,
                labels.of(first, presentation.metadata(), presentation.disposition(), layout),
                parts);
    }

    private void addElement(AVStreamGroup group, List<Element> into) {
        Pointer element = group.params_iamf_audio_element();
        // The head of AVIAMFAudioElement (libavutil/iamf.h): av_class, layers, nb_layers. Layers
        // have bindings.
        int layers = new IntPointer(element).get(4);
        if (layers == 0) {
            return;
        }
        Pointer first = new PointerPointer<>(new PointerPointer<>(element).get(1)).get(0);
        AVChannelLayout layout = new AVChannelLayout();
        try {
            if (av_opt_get_chlayout(first, "ch_layout", 0, layout) < 0) {
                return;
            }
            List<SourceTrack> parts = parts(group, layout, isProjected(first));
            if (!parts.isEmpty()) {
                String name =
                        isProjected(first)
                                ? unknown(channels(parts))
                                : ChannelLayouts.describe(layout);
                AVStream stream = parts.getFirst().stream();
                SourceTrack sound =
                        new SourceTrack(
                                stream,
                                labels.of(stream, group.metadata(), group.disposition(), name),
                                parts);
                into.add(new Element(group, sound, indices(group)));
            }
        } finally {
            avutil.av_channel_layout_uninit(layout);
        }
    }

    /// The streams of the base layer; its channels are listed in their order.
    ///
    /// @param projected whether the streams need a projection matrix
    private List<SourceTrack> parts(
            AVStreamGroup group, AVChannelLayout layout, boolean projected) {
        List<Integer> channels = ChannelLayouts.channels(layout);
        List<SourceTrack> parts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < group.nb_streams(); i++) {
            AVStream stream = group.streams(i);
            int count = stream.codecpar().ch_layout().nb_channels();
            if (projected) {
                parts.add(SourceTrack.part(stream, unknown(count)));
            } else if (next + count <= channels.size()) {
                List<Integer> own = channels.subList(next, next + count);
                parts.add(SourceTrack.part(stream, ChannelLayouts.describe(own)));
            } else {
                leftOut.add(stream.index());
            }
            next += count;
        }
        return parts;
    }

    private static String unknown(int channels) {
        return channels + " channels";
    }

    private static int channels(List<SourceTrack> parts) {
        return parts.stream().mapToInt(SourceTrack::channels).sum();
    }

    private static boolean isProjected(Pointer layer) {
        long[] mode = new long[1];
        return av_opt_get_int(layer, "ambisonics_mode", 0, mode) >= 0 && mode[0] == 1;
    }

    private static Set<Integer> indices(AVStreamGroup group) {
        Set<Integer> indices = new LinkedHashSet<>();
        for (int i = 0; i < group.nb_streams(); i++) {
            indices.add(group.streams(i).index());
        }
        return indices;
    }
}

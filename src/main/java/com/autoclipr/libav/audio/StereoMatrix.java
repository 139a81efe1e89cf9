package com.autoclipr.libav.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;

/// The downmix to stereo: ITU-R BS.775-3, table 2, extended to more channels by their positions.
/// Low-frequency channels are omitted, as there. Normalised so that full scale on all channels does
/// not clip; mono is copied to both channels.
///
/// Channels of unknown position are all mixed: three to eight as in the default layout, whose
/// low-frequency channel is treated as a centre, since it may not be one; more of them to the
/// centre.
///
/// @param weights for [swr_set_matrix][org.bytedeco.ffmpeg.global.swresample#swr_set_matrix]: those
///   of the left channel for all inputs, then those of the right
/// @param layout name of the layout
/// @param assumed the assumed layout, if unknown
/// @param leftOut names of channels that are not in the mix
public record StereoMatrix(
        double[] weights, String layout, Optional<Assumed> assumed, List<String> leftOut) {
    private static final int MOST_IN_USUAL_ORDER = 8;

    /// Assumptions about channels of unknown position; the names are facts of a decision.
    public enum Assumed {
        /// The default layout for that number of channels.
        DEFAULT_LAYOUT("default-layout"),
        /// Left, right and centre.
        LEFT_RIGHT_CENTRE("left-right-centre"),
        /// The centre.
        CENTRE("centre");

        final String fact;

        Assumed(String fact) {
            this.fact = fact;
        }
    }

    public StereoMatrix {
        leftOut = List.copyOf(leftOut);
    }

    static StereoMatrix of(AVChannelLayout layout) {
        int count = layout.nb_channels();
        String name = ChannelLayouts.describe(layout);
        if (count == 1) {
            return new StereoMatrix(new double[] {1, 1}, name, Optional.empty(), List.of());
        }
        if (layout.order() != AV_CHANNEL_ORDER_UNSPEC) {
            List<Integer> channels = ChannelLayouts.channels(layout);
            return ofPlaces(channels, channels, name);
        }
        return switch (count) {
            case 2 -> ofUsual(count, Optional.empty());
            case 3 -> ofUsual(count, Optional.of(Assumed.LEFT_RIGHT_CENTRE));
            default ->
                    count <= MOST_IN_USUAL_ORDER
                            ? ofUsual(count, Optional.of(Assumed.DEFAULT_LAYOUT))
                            : of(
                                    Collections.nCopies(count, StereoShare.CENTRE),
                                    name,
                                    Optional.of(Assumed.CENTRE));
        };
    }

    /// The downmix of a part of a programme's channels.
    ///
    /// @param part channels as [ChannelLayouts#describe(List)] names them
    /// @param whole layout of the whole programme
    public static StereoMatrix ofPart(String part, String whole) {
        return ofPlaces(ChannelLayouts.channels(part), ChannelLayouts.channels(whole), whole);
    }

    private static StereoMatrix ofUsual(int count, Optional<Assumed> assumed) {
        AVChannelLayout usual = new AVChannelLayout();
        avutil.av_channel_layout_default(usual, count);
        List<StereoShare> shares =
                ChannelLayouts.channels(usual).stream()
                        .map(channel -> StereoShare.of(channel).orElse(StereoShare.CENTRE))
                        .map(share -> share.heard() ? share : StereoShare.CENTRE)
                        .toList();
        return of(shares, ChannelLayouts.describe(usual), assumed);
    }

    private static StereoMatrix of(
            List<StereoShare> shares, String name, Optional<Assumed> assumed) {
        return new StereoMatrix(weights(shares, loudest(shares)), name, assumed, List.of());
    }

    private static StereoMatrix ofPlaces(List<Integer> part, List<Integer> whole, String layout) {
        boolean nothing = whole.stream().noneMatch(channel -> share(channel).heard());
        List<StereoShare> shares = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int channel : part) {
            StereoShare share = nothing ? StereoShare.CENTRE : share(channel);
            if (!share.heard()) {
                leftOut.add(ChannelLayouts.name(channel));
            }
            shares.add(share);
        }
        double loudest =
                nothing
                        ? loudest(Collections.nCopies(whole.size(), StereoShare.CENTRE))
                        : loudest(whole.stream().map(StereoMatrix::share).toList());
        boolean unknown = part.stream().anyMatch(channel -> StereoShare.of(channel).isEmpty());
        return new StereoMatrix(
                weights(shares, loudest),
                layout,
                unknown ? Optional.of(Assumed.CENTRE) : Optional.empty(),
                leftOut);
    }

    private static StereoShare share(int channel) {
        return StereoShare.of(channel).orElse(StereoShare.CENTRE);
    }

    /// The largest sum of weights of an output channel.
    private static double loudest(List<StereoShare> shares) {
        double left = shares.stream().mapToDouble(share -> Math.abs(share.left())).sum();
        double right = shares.stream().mapToDouble(share -> Math.abs(share.right())).sum();
        return Math.max(left, right);
    }

    private static double[] weights(List<StereoShare> shares, double loudest) {
        int count = shares.size();
        double[] weights = new double[2 * count];
        for (int i = 0; i < count; i++) {
            weights[i] = shares.get(i).left() / Math.max(1, loudest);
            weights[count + i] = shares.get(i).right() / Math.max(1, loudest);
        }
        return weights;
    }

    /// The decisions about the downmix.
    ///
    /// @param channels of the source
    List<Decision> mixing(String file, int channels) {
        String count = Integer.toString(channels);
        Decision mixed =
                Decision.of(DecisionKind.AUDIO_MIXED_TO_STEREO)
                        .with(Fact.FILE, file)
                        .with(Fact.CHANNELS, count);
        if (assumed.isEmpty()) {
            mixed = mixed.with(Fact.LAYOUT, layout);
        }
        if (!leftOut.isEmpty()) {
            mixed = mixed.with(Fact.OMITTED, String.join(", ", leftOut));
        }
        if (assumed.isEmpty()) {
            return List.of(mixed);
        }
        Decision places =
                Decision.of(DecisionKind.CHANNEL_LAYOUT_ASSUMED)
                        .with(Fact.FILE, file)
                        .with(Fact.CHANNELS, count)
                        .with(Fact.TREATED_AS, assumed.get().fact);
        boolean usual = assumed.get() == Assumed.DEFAULT_LAYOUT;
        return List.of(mixed, usual ? places.with(Fact.LAYOUT, layout) : places);
    }
}

package com.autoclipr.libav.profiles;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.libav.colour.IccProfile;
import com.autoclipr.libav.colour.ProfileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects decisions about the colours of a source.
final class ColourNotes {
    /// A smaller change, in 8-bit codes, is a rounding error of the profile's writer: such pictures
    /// are left bit-exact.
    private static final double NOTHING = 2;

    private final List<Decision> decisions = new ArrayList<>();

    void add(Decision decision) {
        decisions.add(decision);
    }

    void applied(String profile) {
        add(Decision.of(DecisionKind.COLOUR_PROFILE_APPLIED).with(Fact.PROFILE, profile));
    }

    void ignored(String profile, String reason) {
        add(
                Decision.of(DecisionKind.COLOUR_PROFILE_IGNORED)
                        .with(Fact.PROFILE, profile)
                        .with(Fact.REASON, reason));
    }

    /// The transform, recorded as applied; empty if it has no visible effect.
    Optional<ColourTransform> unlessNothing(ColourTransform transform, String profile) {
        if (transform.channels() != 4 && transform.largestChange() < NOTHING) {
            return Optional.empty();
        }
        applied(profile);
        return Optional.of(transform);
    }

    /// The same for an ICC profile.
    ///
    /// @param channels of the picture's pixels: 1, 3 or 4
    /// @throws ProfileException if it cannot be applied, which is recorded
    Optional<ColourTransform> icc(byte[] bytes, int channels) throws ProfileException {
        String name = "ICC";
        try {
            IccProfile profile = IccProfile.of(bytes);
            name = profile.description().isEmpty() ? name : profile.description();
            boolean greyAsColour = channels == 1 && profile.channels() == 3;
            if (profile.channels() != channels && !greyAsColour && profile.channels() != 0) {
                throw new ProfileException("colour-space " + profile.colourSpace());
            }
            return unlessNothing(profile.transform(), name);
        } catch (ProfileException e) {
            ignored(name, e.reason());
            throw e;
        }
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}

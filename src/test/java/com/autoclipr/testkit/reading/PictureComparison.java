package com.autoclipr.testkit.reading;

import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;

/// Holds the pictures of one reading against those of another.
public final class PictureComparison {
    /// Ends and offsets may differ by a frame or by this, whichever is more.
    public static final Rational TOLERANCE = Rational.of(20, 1000);

    /// Prints of the same picture differ by conversion and by scaling.
    private static final double SAME_PRINT = 6;

    /// Where every single picture differs by a little more, colours are clipped in another order:
    /// [ColourPrint] judges them.
    private static final double SAME_CLIPPED = 12;

    /// Light curves that one reader converts and the other does not keep this much of the shape.
    private static final double SAME_SHAPE = 0.8;

    private static final Rational MOST_JITTER = Rational.of(3, 1000);

    /// So many of the pictures lie on the grid of a source that has one.
    private static final double ON_GRID = 0.9;

    private final PictureReading ours;
    private final PictureReading theirs;
    private final boolean otherLight;
    private final List<Difference> differences = new ArrayList<>();

    /// @param otherLight whether one reader converts the light curve
    private PictureComparison(PictureReading ours, PictureReading theirs, boolean otherLight) {
        this.ours = ours;
        this.theirs = theirs;
        this.otherLight = otherLight;
    }

    static List<Difference> of(PictureReading ours, PictureReading theirs, boolean otherLight) {
        PictureComparison comparison = new PictureComparison(ours, theirs, otherLight);
        comparison.sizes();
        comparison.counts();
        comparison.pictures();
        comparison.ends();
        comparison.grid();
        return comparison.differences;
    }

    private void add(DifferenceKind kind, String words) {
        differences.add(new Difference(kind, words));
    }

    private void sizes() {
        if (Math.abs(ours.displayWidth() - theirs.displayWidth()) > 1
                || Math.abs(ours.displayHeight() - theirs.displayHeight()) > 1) {
            add(
                    DifferenceKind.PICTURE_SIZE,
                    "shown as %d×%d, not %d×%d"
                            .formatted(
                                    ours.displayWidth(),
                                    ours.displayHeight(),
                                    theirs.displayWidth(),
                                    theirs.displayHeight()));
        }
    }

    private void counts() {
        if (ours.pictures().size() != theirs.pictures().size()) {
            add(
                    DifferenceKind.PICTURE_COUNT,
                    "%d pictures%s, not %d"
                            .formatted(
                                    ours.pictures().size(),
                                    theirs.whole() ? "" : " so far",
                                    theirs.pictures().size()));
        }
    }

    private void pictures() {
        int count = Math.min(ours.pictures().size(), theirs.pictures().size());
        Rational tolerance = MOST_JITTER.plus(theirs.tick().dividedBy(Rational.of(2)));
        Count times = new Count();
        Count contents = new Count();
        Count sizes = new Count();
        for (int i = 0; i < count; i++) {
            ShownPicture our = ours.pictures().get(i);
            ShownPicture their = theirs.pictures().get(i);
            boolean early = our.begin().plus(tolerance).compareTo(their.begin()) < 0;
            boolean late = our.after().minus(tolerance).compareTo(their.begin()) > 0;
            // Before the first picture the first one is shown.
            times.note(i > 0 && (early || late), i);
            contents.note(!alike(our.print(), their.print()), i);
            sizes.note(our.width() != their.width() || our.height() != their.height(), i);
        }
        if (times.number > 0) {
            int i = times.first;
            add(
                    DifferenceKind.PICTURE_TIME,
                    "%d of %d pictures begin at other times; picture %d at %s s, not %s s"
                            .formatted(
                                    times.number,
                                    count,
                                    i,
                                    ours.pictures().get(i).begin().toDecimal(4),
                                    theirs.pictures().get(i).begin().toDecimal(4)));
        }
        if (contents.number > 0 && !(contents.number == count && farthest(count) < SAME_CLIPPED)) {
            int i = contents.first;
            add(
                    DifferenceKind.PICTURE_CONTENT,
                    "%d of %d pictures look different; picture %d by %.1f"
                            .formatted(contents.number, count, i, distance(i)));
        }
        if (sizes.number > 0) {
            ShownPicture our = ours.pictures().get(sizes.first);
            ShownPicture their = theirs.pictures().get(sizes.first);
            add(
                    DifferenceKind.PICTURE_SIZE,
                    "%d of %d pictures have other sizes; picture %d has %d×%d, not %d×%d"
                            .formatted(
                                    sizes.number,
                                    count,
                                    sizes.first,
                                    our.width(),
                                    our.height(),
                                    their.width(),
                                    their.height()));
        }
    }

    private double farthest(int count) {
        double most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, distance(i));
        }
        return most;
    }

    private double distance(int i) {
        return ours.pictures().get(i).print().distance(theirs.pictures().get(i).print());
    }

    private boolean alike(GridPrint our, GridPrint their) {
        return otherLight ? our.likeness(their) >= SAME_SHAPE : our.distance(their) <= SAME_PRINT;
    }

    private void ends() {
        Rational tolerance = TOLERANCE.max(frame());
        Rational apart = ours.end().minus(theirs.end());
        if (apart.max(apart.negate()).compareTo(tolerance) > 0) {
            add(
                    DifferenceKind.PICTURE_END,
                    "pictures end at %s s, not %s s"
                            .formatted(ours.end().toDecimal(3), theirs.end().toDecimal(3)));
        }
    }

    /// How long most pictures last.
    private Rational frame() {
        List<Rational> steps = new ArrayList<>();
        for (int i = 1; i < theirs.pictures().size(); i++) {
            steps.add(theirs.pictures().get(i).begin().minus(theirs.pictures().get(i - 1).begin()));
        }
        steps.sort(null);
        return steps.isEmpty() ? Rational.ZERO : steps.get(steps.size() / 2);
    }

    /// A picture whose time is that of an output frame, but for the rounding of ticks, is shown in
    /// that frame.
    private void grid() {
        List<Integer> onGrid = ours.onGrid();
        if (onGrid.size() < 2 || ours.pictures().size() != theirs.pictures().size()) {
            return;
        }
        Rational frame = frame();
        Rational rounding = theirs.tick().times(2).min(frame.dividedBy(Rational.of(8)));
        Count wrong = new Count();
        Count meantHere = new Count();
        int at = 0;
        for (int n = 0; n < onGrid.size() && ours.gridStep().isPresent(); n++) {
            Rational time = ours.gridStep().get().times(n);
            while (at + 1 < theirs.pictures().size()
                    && theirs.pictures().get(at + 1).begin().compareTo(time.plus(rounding)) <= 0) {
                at++;
            }
            Rational from = theirs.pictures().get(at).begin();
            boolean meant = time.minus(from).compareTo(rounding) <= 0;
            meantHere.note(meant, n);
            wrong.note(meant && onGrid.get(n) != at, n);
        }
        if (wrong.number > 0 && meantHere.number >= ON_GRID * theirs.pictures().size()) {
            add(
                    DifferenceKind.PICTURE_RATE,
                    "%d of %d output frames show a neighbour of their picture; frame %d"
                            .formatted(wrong.number, onGrid.size(), wrong.first));
        }
    }

    /// How often something happened, and where first.
    private static final class Count {
        private int number;
        private int first;

        void note(boolean happened, int index) {
            if (happened) {
                first = number == 0 ? index : first;
                number++;
            }
        }
    }
}

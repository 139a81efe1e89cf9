package com.autoclipr.testkit.reading;

import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pictures that the program decoded, by what its filter `showinfo` said of each.
final class ProgramPictures {
    private static final Pattern TIME_BASE =
            Pattern.compile("showinfo_0 @ .*config in time_base: (\\d+)/(\\d+)");
    private static final Pattern PICTURE =
            Pattern.compile(
                    "n: *(\\d+) pts: *(\\S+) pts_time:\\S+ +duration: *(\\S+) .*?"
                            + "sar:(\\d+)/(\\d+) s:(\\d+)x(\\d+)");

    private final byte[] prints;
    private final boolean limited;
    private final List<ShownPicture> shown = new ArrayList<>();
    private Rational tick = Rational.of(1, 1000);
    private Rational end = Rational.ZERO;
    private boolean durationKnown;
    private int displayWidth;
    private int displayHeight;

    private ProgramPictures(byte[] prints, boolean limited) {
        this.prints = prints;
        this.limited = limited;
    }

    /// @param limited whether black is 16 and white 235 in the prints
    /// @return empty if there is no picture
    static Optional<ProgramPictures> of(ProgramRun run, boolean limited) throws IOException {
        ProgramPictures pictures = new ProgramPictures(run.prints(), limited);
        run.lines().forEach(pictures::note);
        return pictures.shown.isEmpty() ? Optional.empty() : Optional.of(pictures);
    }

    private void note(String line) {
        Matcher base = TIME_BASE.matcher(line);
        if (base.find()) {
            tick = Rational.of(number(base, 1), number(base, 2));
        }
        Matcher each = PICTURE.matcher(line);
        int index = shown.size();
        if (!each.find() || (index + 1) * GridPrint.BYTES > prints.length) {
            return;
        }
        Rational begin = time(each.group(2)).orElse(end);
        Optional<Rational> duration = time(each.group(3));
        durationKnown = duration.isPresent() && duration.get().signum() > 0;
        end = begin.plus(duration.orElse(Rational.ZERO));
        int width = (int) number(each, 6);
        int height = (int) number(each, 7);
        if (shown.isEmpty()) {
            boolean square = number(each, 4) == 0 || number(each, 5) == 0;
            Rational aspect = square ? Rational.ONE : Rational.of(number(each, 4), number(each, 5));
            displayWidth = (int) aspect.times(width).round();
            displayHeight = height;
        }
        GridPrint print = GridPrint.of(prints, index * GridPrint.BYTES, limited);
        shown.add(new ShownPicture(begin, begin, width, height, print));
    }

    PictureReading reading(Path file, ProgramRun.Order order) {
        shown.sort(Comparator.comparing(ShownPicture::begin));
        if (!durationKnown && shown.size() > 1) {
            end = shown.getLast().begin().plus(usualStep());
        }
        Rational nearLimit = order.limits().pictureSeconds().minus(Rational.of(1, 2));
        boolean whole =
                shown.size() < order.limits().pictures()
                        && end.minus(shown.getFirst().begin()).compareTo(nearLimit) < 0;
        Rational last = whole ? end : PacketEnds.of(file, order.picture().getAsInt()).orElse(end);
        return new PictureReading(
                displayWidth,
                displayHeight,
                fromEdit(),
                last,
                whole,
                tick,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// An edit list may begin after pictures that only decoding needs; FFmpeg gives them times
    /// before zero and shows them.
    private List<ShownPicture> fromEdit() {
        int first = 0;
        while (first + 1 < shown.size() && shown.get(first + 1).begin().signum() <= 0) {
            first++;
        }
        return shown.subList(first, shown.size());
    }

    private Rational usualStep() {
        List<Rational> steps = new ArrayList<>();
        for (int i = 1; i < shown.size(); i++) {
            steps.add(shown.get(i).begin().minus(shown.get(i - 1).begin()));
        }
        steps.sort(null);
        return steps.get(steps.size() / 2);
    }

    private static long number(Matcher found, int group) {
        return Long.parseLong(found.group(group));
    }

    private Optional<Rational> time(String ticks) {
        return ticks.matches("-?\\d{1,15}")
                ? Optional.of(tick.times(Long.parseLong(ticks)))
                : Optional.empty();
    }
}

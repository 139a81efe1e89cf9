package com.autoclipr.composition.value;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short notations of project file and command line: times, frame rates, colours, easings. Each
/// method returns empty for a text of another form.
public final class Notation {
    /// Numbers nearer to zero than `10^-400` are zero as a `double`.
    private static final int SMALLEST_EXPONENT = -400;

    /// Digits of a number in a text; a fraction of two such numbers fits two `long`s.
    private static final String DIGITS = "\\d{1,18}";

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern FRACTION =
            Pattern.compile("(-?" + DIGITS + ")/(0*[1-9]\\d{0,17})");
    private static final Pattern CLOCK =
            Pattern.compile("(-)?(?:(\\d{1,4}):([0-5]?\\d)|(\\d{1,6})):([0-5]\\d(?:\\.\\d{1,9})?)");
    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3,8})");
    private static final Pattern RGB =
            Pattern.compile(
                    "rgba?\\( *(\\d{1,3})(?: *, *| +)(\\d{1,3})(?: *, *| +)(\\d{1,3})"
                            + "(?: *[,/] *(\\d{0,3}(?:\\.\\d{1,9})?)(%?))? *\\)");

    /// A number as JSON and CSS both write it.
    private static final String NUMBER =
            "(?:(?:0|[1-9]\\d{0,19})(?:\\.\\d{1,400})?|\\.\\d{1,400})(?:[eE][+-]?\\d{1,3})?";

    private static final Pattern BEZIER =
            Pattern.compile(
                    "cubic-bezier\\( *(%s) *, *(-?%s) *, *(%s) *, *(-?%s) *\\)"
                            .replace("%s", NUMBER));

    /// How far a curve may overshoot.
    private static final double MAX_OVERSHOOT = 10;

    /// Rates that people write as decimals and that are fractions of 1001.
    private static final Map<String, FrameRate> USUAL_RATES =
            Map.of(
                    "23.976", FrameRate.of(24_000, 1001),
                    "23.98", FrameRate.of(24_000, 1001),
                    "29.97", FrameRate.of(30_000, 1001),
                    "47.952", FrameRate.of(48_000, 1001),
                    "59.94", FrameRate.of(60_000, 1001),
                    "119.88", FrameRate.of(120_000, 1001));

    private static final Rational MIN_FPS = Rational.ONE;
    private static final Rational MAX_FPS = Rational.of(240);
    private static final int MAX_FPS_DENOMINATOR = 1_000_000;

    private Notation() {}

    /// Seconds: a decimal (`12.5`), `mm:ss.mmm`, `hh:mm:ss.mmm` or a fraction (`1001/30000`).
    public static Optional<Rational> time(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(Rational.parse(text));
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return fraction(text);
        }
        long minutes =
                clock.group(2) == null
                        ? Long.parseLong(clock.group(4))
                        : Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3));
        Rational seconds = Rational.of(minutes * 60).plus(Rational.parse(clock.group(5)));
        return Optional.of(clock.group(1) == null ? seconds : seconds.negate());
    }

    /// `n/d`, lowest terms or not.
    public static Optional<Rational> fraction(String text) {
        Matcher fraction = FRACTION.matcher(text);
        return fraction.matches()
                ? Optional.of(
                        Rational.of(
                                Long.parseLong(fraction.group(1)),
                                Long.parseLong(fraction.group(2))))
                : Optional.empty();
    }

    /// Frames per second, 1 to 240: a decimal with at most three digits after the point (23.976,
    /// 23.98, 29.97, 47.952, 59.94 and 119.88 mean the fractions of 1001) or a fraction
    /// (`30000/1001`).
    public static Optional<FrameRate> frameRate(String text) {
        FrameRate usual = USUAL_RATES.get(text);
        if (usual != null) {
            return Optional.of(usual);
        }
        Optional<Rational> rate =
                text.matches("\\d{1,3}(\\.\\d{1,3})?")
                        ? Optional.of(Rational.parse(text))
                        : fraction(text);
        return rate.filter(
                        fps ->
                                fps.compareTo(MIN_FPS) >= 0
                                        && fps.compareTo(MAX_FPS) <= 0
                                        && fps.denominator() <= MAX_FPS_DENOMINATOR)
                .map(FrameRate::new);
    }

    /// `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb(r, g, b)`, `rgba(r, g, b, a)` (also with
    /// spaces and `/`), a CSS colour name, or `transparent`.
    public static Optional<Colour> colour(String text) {
        Colour named = ColourNames.ALL.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return hexColour(hex.group(1));
        }
        Matcher rgb = RGB.matcher(text);
        return rgb.matches() ? rgbColour(rgb) : Optional.empty();
    }

    private static Optional<Colour> hexColour(String digits) {
        return switch (digits.length()) {
            case 3, 4 -> {
                StringBuilder doubled = new StringBuilder();
                digits.chars().forEach(c -> doubled.append((char) c).append((char) c));
                yield hexColour(doubled.toString());
            }
            case 6 -> hexColour(digits + "ff");
            case 8 -> {
                long all = Long.parseLong(digits, 16);
                yield Optional.of(
                        new Colour(
                                (int) (all >> 24),
                                (int) (all >> 16 & 255),
                                (int) (all >> 8 & 255),
                                (int) (all & 255)));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Colour> rgbColour(Matcher rgb) {
        int red = Integer.parseInt(rgb.group(1));
        int green = Integer.parseInt(rgb.group(2));
        int blue = Integer.parseInt(rgb.group(3));
        String alphaText = rgb.group(4);
        if (alphaText != null && alphaText.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal alpha = alphaText == null ? BigDecimal.ONE : new BigDecimal(alphaText);
        if ("%".equals(rgb.group(5))) {
            alpha = alpha.movePointLeft(2);
        }
        if (Math.max(red, Math.max(green, blue)) > 255 || alpha.compareTo(BigDecimal.ONE) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Colour(red, green, blue, (int) Math.round(alpha.doubleValue() * 255)));
    }

    /// `linear`, `ease`, `ease-in`, `ease-out`, `ease-in-out`, `hold` or `cubic-bezier(x1, y1, x2,
    /// y2)` with x within 0 to 1 and y within -10 to 10.
    public static Optional<Easing> easing(String text) {
        Easing named = Easing.NAMES.get(text);
        if (named != null) {
            return Optional.of(named);
        }
        Matcher bezier = BEZIER.matcher(text);
        if (!bezier.matches()) {
            return Optional.empty();
        }
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            numbers[i] = toDouble(new BigDecimal(bezier.group(i + 1)));
            double least = i % 2 == 0 ? 0 : -MAX_OVERSHOOT;
            double most = i % 2 == 0 ? 1 : MAX_OVERSHOOT;
            if (!(numbers[i] >= least && numbers[i] <= most)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Easing.CubicBezier(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /// The nearest double; never `-0.0`, so that equal numbers are equal values.
    public static double toDouble(BigDecimal value) {
        boolean tiny = (long) value.precision() - value.scale() < SMALLEST_EXPONENT;
        return tiny ? 0 : value.doubleValue() + 0.0;
    }
}

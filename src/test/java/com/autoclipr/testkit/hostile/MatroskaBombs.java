package com.autoclipr.testkit.hostile;

import java.util.List;

/// Matroska files (RFC 9559) with floods of what should be few.
final class MatroskaBombs {
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long ATTACHMENTS = 0x1941A469L;
    private static final long TAGS = 0x1254C367L;
    private static final long CHAPTERS = 0x1043A770L;
    private static final long CLUSTER = 0x1F43B675L;

    private MatroskaBombs() {}

    static List<Bomb> all() {
        return List.of(
                video("tracks.mkv", file -> many(TRACKS, track(2, "V_VP8"), 1_000_000).to(file)),
                video(
                        "subtitles.mkv",
                        file -> many(TRACKS, track(17, "S_TEXT/UTF8"), 900).to(file)),
                video("attachments.mkv", file -> attachments(5_000).to(file)),
                video("tags.mkv", file -> tags(1_000_000).to(file)),
                video("nested-tags.mkv", file -> nestedTags(100_000).to(file)),
                video("chapters.mkv", file -> chapters(500_000).to(file)),
                video("lacing.mkv", file -> lacing(200_000).to(file)),
                video("clusters.mkv", file -> clusters(500_000).to(file)),
                video("codec-private.mkv", file -> codecPrivate().to(file)));
    }

    private static Bomb video(String name, Bomb.Maker maker) {
        return new Bomb(name, "video", maker);
    }

    private static Bytes head() {
        byte[] type = new Bytes().element(0x4282, new Bytes().text("matroska").done()).done();
        return new Bytes().element(0x1A45DFA3L, type);
    }

    private static Bytes number(long id, long value) {
        return new Bytes().element(id, new Bytes().big(value, 4).done());
    }

    private static byte[] track(int type, String codec) {
        byte[] sides =
                new Bytes().bytes(number(0xB0, 64).done()).bytes(number(0xBA, 64).done()).done();
        Bytes track =
                new Bytes()
                        .bytes(number(0xD7, 1).done())
                        .bytes(number(0x73C5, 1).done())
                        .bytes(number(0x83, type == 2 ? 1 : type).done())
                        .element(0x86, new Bytes().text(codec).done());
        if (type == 2) {
            track.element(0xE0, sides);
        }
        return new Bytes().element(0xAE, track.done()).done();
    }

    private static byte[] oneTrack() {
        return new Bytes().element(TRACKS, track(2, "V_VP8")).done();
    }

    private static Bytes many(long list, byte[] item, int count) {
        Bytes items = new Bytes();
        for (int i = 0; i < count; i++) {
            items.bytes(item);
        }
        return segment(new Bytes().element(list, items.done()).done());
    }

    private static Bytes segment(byte[] content) {
        byte[] info = new Bytes().element(0x1549A966L, number(0x2AD7B1, 1_000_000).done()).done();
        byte[] block = {(byte) 0x81, 0, 0, (byte) 0x80, 0, 0, 0};
        byte[] cluster = number(0xE7, 0).element(0xA3, block).done();
        return head().element(
                        SEGMENT,
                        new Bytes().bytes(info).bytes(content).element(CLUSTER, cluster).done());
    }

    private static Bytes attachments(int count) {
        byte[] file =
                new Bytes()
                        .element(0x466E, new Bytes().text("font.ttf").done())
                        .element(0x4660, new Bytes().text("font/ttf").done())
                        .element(0x465C, new byte[100])
                        .bytes(number(0x46AE, 7).done())
                        .done();
        Bytes files = new Bytes();
        for (int i = 0; i < count; i++) {
            files.element(0x61A7, file);
        }
        return segment(new Bytes().bytes(oneTrack()).element(ATTACHMENTS, files.done()).done());
    }

    private static byte[] simpleTag(int i, byte[] inner) {
        return new Bytes()
                .element(0x45A3, new Bytes().text("NAME" + i).done())
                .element(0x4487, new Bytes().text("value").done())
                .bytes(inner)
                .done();
    }

    private static Bytes tags(int count) {
        Bytes tags = new Bytes();
        for (int i = 0; i < count; i++) {
            tags.element(0x67C8, simpleTag(i, new byte[0]));
        }
        byte[] tag = new Bytes().element(0x7373, tags.done()).done();
        return segment(new Bytes().bytes(oneTrack()).element(TAGS, tag).done());
    }

    /// Tags within tags: 10 bytes of header each.
    private static Bytes nestedTags(int depth) {
        Bytes tags = new Bytes();
        for (int i = depth; i > 0; i--) {
            tags.elementHead(0x67C8, 10L * (i - 1));
        }
        byte[] tag = new Bytes().element(0x7373, tags.done()).done();
        return segment(new Bytes().bytes(oneTrack()).element(TAGS, tag).done());
    }

    private static Bytes chapters(int count) {
        byte[] chapter =
                new Bytes().bytes(number(0x73C4, 1).done()).bytes(number(0x91, 0).done()).done();
        Bytes chapters = new Bytes();
        for (int i = 0; i < count; i++) {
            chapters.element(0xB6, chapter);
        }
        byte[] edition = new Bytes().element(0x45B9, chapters.done()).done();
        return segment(new Bytes().bytes(oneTrack()).element(CHAPTERS, edition).done());
    }

    /// Blocks of 256 laced frames whose sizes make no sense.
    private static Bytes lacing(int count) {
        Bytes blocks = new Bytes().bytes(number(0xE7, 0).done());
        for (int i = 0; i < count; i++) {
            byte[] sizes = {(byte) 0x81, 0, (byte) (i >> 8), (byte) 0x86, (byte) 255};
            byte[] block =
                    new Bytes()
                            .bytes(sizes)
                            .bytes((byte) 0xff, (byte) 0x7f, (byte) i)
                            .zeros(9)
                            .done();
            blocks.element(0xA3, block);
        }
        return segment(new Bytes().bytes(oneTrack()).element(CLUSTER, blocks.done()).done());
    }

    private static Bytes clusters(int count) {
        byte[] cluster = new Bytes().element(CLUSTER, number(0xE7, 0).done()).done();
        Bytes clusters = new Bytes().bytes(oneTrack());
        for (int i = 0; i < count; i++) {
            clusters.bytes(cluster);
        }
        return segment(clusters.done());
    }

    /// A track whose codec's header claims four gigabytes.
    private static Bytes codecPrivate() {
        byte[] claimed =
                new Bytes()
                        .bytes(number(0xD7, 1).done())
                        .bytes(number(0x83, 1).done())
                        .element(0x86, new Bytes().text("V_MPEG4/ISO/AVC").done())
                        .elementHead(0x63A2, 0xfffffff0L)
                        .zeros(1_000)
                        .done();
        byte[] track = new Bytes().element(0xAE, claimed).done();
        return segment(new Bytes().element(TRACKS, track).done());
    }
}

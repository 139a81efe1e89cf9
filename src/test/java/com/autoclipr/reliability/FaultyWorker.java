package com.autoclipr.reliability;

import com.autoclipr.failure.Decision;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.DisplaySize;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.render.skia.SkiaRuntime;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.child.WorkerLoop;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// A worker like any other that meets with accidents. Each is a file in a folder, named
/// `WHERE.HOW.NUMBER`; who comes to the place takes the file away, and it happens to him.
///
/// Places: `describe`, `probe`, `picture@N` (a picture of second N of a source), `sound`, `mux`,
/// `inspect`. Accidents: `segv` and `kill` (signals), `stop` (a signal too: it stands still),
/// `wait` (two seconds), `hang` (it waits for ever), `memory` (it takes a gigabyte), `child` (it
/// starts a process and dies).
public final class FaultyWorker {
    /// System property: the folder.
    static final String FOLDER = "faults";

    /// System property: the command of a process that it starts.
    static final String CHILD = "faults.child";

    private static final long GREED_BYTES = 1L << 30;

    private FaultyWorker() {}

    public static void main(String[] arguments) throws InterruptedException {
        FileOutputStream protocol = new FileOutputStream(FileDescriptor.out);
        System.setOut(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        SkiaRuntime.useFolder(Path.of(System.getProperty(WorkerLaunch.NATIVES)));
        Path folder = Path.of(System.getProperty(FOLDER));
        new WorkerLoop(() -> new FaultyMedia(new LibavMedia(), folder), protocol)
                .run(System.in, () -> Runtime.getRuntime().halt(0));
    }

    private static final class FaultyMedia implements MediaLibrary {
        private final MediaLibrary media;
        private final Path folder;

        FaultyMedia(MediaLibrary media, Path folder) {
            this.media = media;
            this.folder = folder;
        }

        private void at(String place) {
            try (DirectoryStream<Path> here = Files.newDirectoryStream(folder, place + ".*")) {
                for (Path fault : here) {
                    if (Files.deleteIfExists(fault)) {
                        happen(fault.getFileName().toString().split("\\.")[1]);
                    }
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void happen(String how) throws IOException, InterruptedException {
            switch (how) {
                case "segv" -> signal("-SEGV");
                case "kill" -> signal("-KILL");
                case "stop" -> signal("-STOP");
                case "wait" -> Thread.sleep(2000);
                case "hang" -> Thread.sleep(Long.MAX_VALUE);
                case "memory" -> {
                    MemorySegment taken = Arena.global().allocate(GREED_BYTES);
                    taken.fill((byte) 1);
                    Thread.sleep(Long.MAX_VALUE);
                }
                case "child" -> {
                    new ProcessBuilder(System.getProperty(CHILD).split(" ")).start();
                    Thread.sleep(Long.MAX_VALUE);
                }
                default -> throw new IllegalArgumentException(how);
            }
        }

        private static void signal(String which) throws IOException, InterruptedException {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", which, self).start().waitFor();
            Thread.sleep(Long.MAX_VALUE);
        }

        @Override
        public MediaFacts probe(Path file) {
            at("probe");
            return media.probe(file);
        }

        @Override
        public PictureSource openPictures(Path file, VideoFacts facts) {
            PictureSource pictures = media.openPictures(file, facts);
            return new PictureSource() {
                @Override
                public Picture at(Rational sourceTime) {
                    FaultyMedia.this.at("picture@" + sourceTime.floor());
                    return pictures.at(sourceTime);
                }

                @Override
                public DisplaySize displaySize() {
                    return pictures.displaySize();
                }

                @Override
                public List<Decision> decisions() {
                    return pictures.decisions();
                }

                @Override
                public void close() {
                    pictures.close();
                }
            };
        }

        @Override
        public AudioSource openAudio(Path file, AudioFacts facts, Rational from) {
            at("sound");
            return media.openAudio(file, facts, from);
        }

        @Override
        public VideoEncoder openVideoEncoder(VideoEncoding encoding) {
            return media.openVideoEncoder(encoding);
        }

        @Override
        public AudioEncoder openAudioEncoder(AudioEncoding encoding) {
            return media.openAudioEncoder(encoding);
        }

        @Override
        public Muxer openMuxer(Path file, MuxerTracks tracks) {
            at("mux");
            return media.openMuxer(file, tracks);
        }

        @Override
        public FileFacts inspect(Path file, FrameRate frameRate, LongConsumer progress) {
            at("inspect");
            return media.inspect(file, frameRate, progress);
        }

        @Override
        public String fingerprint() {
            at("describe");
            return media.fingerprint();
        }
    }
}
